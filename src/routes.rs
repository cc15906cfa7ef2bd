//! The one table of pages. Navigation, breadcrumbs, titles, palette and links are read from it.
//!
//! A page's parents in the breadcrumbs are the pages whose paths begin its own. Ids are one percent-encoded segment.

use std::sync::OnceLock;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::ui::IconName;

/// A page. Pages that differ only in a variant's field are tabs of one screen, which stays while the tab changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// Choose a profile and enter its keys.
    Connect,
    /// All accounts.
    Accounts,
    /// Create a Team account.
    CreateAccount,
    /// One account.
    Account(AccountTab),
    /// Invite users to an account.
    InviteUsers,
    /// Create a user or a shared device.
    CreateUser,
    /// One user.
    User,
}

/// The tabs of an account.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AccountTab {
    /// Name, licenses, dates.
    Overview,
    /// Its users.
    Users,
    /// Its settings for meetings.
    Policies,
    /// Its sign-in delegate groups.
    Delegates,
    /// Its deletion.
    Danger,
}

/// A row of the table.
#[derive(Debug)]
pub struct Route {
    /// The page.
    pub page: Page,
    /// Its path below the base; `:name` stands for one segment.
    pub path: &'static str,
    /// What it is called in the window's title, the palette and the announcement.
    pub title: &'static str,
    /// What it is called in breadcrumbs and tabs; `:name` is the name of the thing with that id.
    pub crumb: &'static str,
    /// Its place in the side navigation.
    pub nav: Option<Nav>,
}

/// A place in the side navigation, in the order of the table.
#[derive(Debug)]
pub struct Nav {
    /// The icon before the title.
    pub icon: IconName,
}

const fn route(page: Page, path: &'static str, title: &'static str, crumb: &'static str) -> Route {
    Route { page, path, title, crumb, nav: None }
}

impl Route {
    const fn in_nav(mut self, icon: IconName) -> Self {
        self.nav = Some(Nav { icon });
        self
    }

    /// The names of the ids in the path.
    pub fn params(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('/').filter_map(|segment| segment.strip_prefix(':'))
    }

    /// The path with these ids, below the base.
    fn fill<'a>(&self, id: impl Fn(&str) -> Option<&'a str>) -> String {
        let mut path = String::new();
        for segment in self.path.split('/').skip(1) {
            path.push('/');
            match segment.strip_prefix(':') {
                Some(name) => path.extend(utf8_percent_encode(id(name).unwrap_or_default(), ENCODED)),
                None => path.push_str(segment),
            }
        }
        path
    }
}

/// All pages. Where two paths fit an address, the first is meant.
pub static ROUTES: &[Route] = &[
    route(Page::Accounts, "/accounts", "Accounts", "Accounts").in_nav(IconName::Account),
    route(Page::CreateAccount, "/accounts/create", "Create account", "Create"),
    route(Page::Account(AccountTab::Overview), "/accounts/:account", "Account", ":account"),
    route(Page::Account(AccountTab::Users), "/accounts/:account/users", "Users", "Users"),
    route(Page::InviteUsers, "/accounts/:account/users/invite", "Invite users", "Invite"),
    route(Page::CreateUser, "/accounts/:account/users/create", "Create user", "Create"),
    route(Page::User, "/accounts/:account/users/:user", "User", ":user"),
    route(Page::Account(AccountTab::Policies), "/accounts/:account/policies", "Policies", "Policies"),
    route(
        Page::Account(AccountTab::Delegates),
        "/accounts/:account/delegates",
        "Sign-in delegates",
        "Sign-in delegates",
    ),
    route(Page::Account(AccountTab::Danger), "/accounts/:account/danger", "Danger zone", "Danger zone"),
    route(Page::Connect, "/connect", "Connect", "Connect"),
];

/// What `encodeURIComponent` leaves alone, so that an address looks as a browser would write it.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'(')
    .remove(b')');

/// A route together with the ids of an address.
#[derive(Clone, Debug)]
pub struct Place {
    /// The row of the table.
    pub route: &'static Route,
    params: Vec<(&'static str, String)>,
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        self.route.path == other.route.path && self.params == other.params
    }
}

impl Place {
    /// A page that shows no certain thing; none when its address needs ids.
    pub fn without_ids(route: &'static Route) -> Option<Self> {
        route.params().next().is_none().then(|| Self { route, params: Vec::new() })
    }

    /// The id called `name` in the path.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(known, _)| *known == name).map(|(_, id)| id.as_str())
    }

    /// Another page with the ids of this place; none when it needs more.
    pub fn sibling(&self, route: &'static Route) -> Option<Self> {
        let params = route.params().map(|name| Some((name, self.param(name)?.to_owned())));
        Some(Self { route, params: params.collect::<Option<_>>()? })
    }

    /// The address.
    pub fn href(&self) -> String {
        absolute(&self.route.fill(|name| self.param(name)))
    }

    /// The pages above this one, outermost first, and this one.
    pub fn trail(&self) -> Vec<&'static Route> {
        let mut trail: Vec<_> = ROUTES
            .iter()
            .filter(|route| {
                let rest = self.route.path.strip_prefix(route.path);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
            .collect();
        trail.sort_by_key(|route| route.path.len());
        trail
    }

    /// Whether both show the same screen, perhaps another tab of it.
    pub fn same_screen(&self, other: &Self) -> bool {
        std::mem::discriminant(&self.route.page) == std::mem::discriminant(&other.route.page)
            && self.params == other.params
    }
}

/// The page at an address, given as a path below the base.
pub fn find(path: &str) -> Option<Place> {
    let path = path.trim_end_matches('/');
    ROUTES.iter().find_map(|route| Some(Place { route, params: fit(route.path, path)? }))
}

fn fit(template: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    let mut params = Vec::new();
    let mut given = path.split('/');
    for wanted in template.split('/') {
        let given = given.next()?;
        match wanted.strip_prefix(':') {
            Some(name) if !given.is_empty() => {
                params.push((name, percent_decode_str(given).decode_utf8().ok()?.into_owned()));
            }
            _ if wanted == given => {}
            _ => return None,
        }
    }
    given.next().is_none().then_some(params)
}

static BASE: OnceLock<String> = OnceLock::new();

/// Says where the console is served: the path of `<base href>`, such as `/` or `/chime/`. Called once, at start.
pub fn serve_below(base: &str) {
    // A second call could only say the same.
    let _ = BASE.set(base.trim_end_matches('/').to_owned());
}

/// The path that the console is served below, without a trailing slash: empty for the root.
pub fn base() -> &'static str {
    BASE.get().map_or("", String::as_str)
}

fn absolute(path: &str) -> String {
    [base(), path].concat()
}

impl Page {
    /// Its row of the table.
    pub fn route(self) -> Option<&'static Route> {
        ROUTES.iter().find(|route| route.page == self)
    }

    /// Its address with these ids (name, id), base included.
    pub fn href(self, ids: &[(&str, &str)]) -> String {
        let id = |name: &str| ids.iter().find(|(known, _)| *known == name).map(|(_, id)| *id);
        absolute(&self.route().map(|route| route.fill(id)).unwrap_or_default())
    }
}

/// The address where the console opens.
pub fn home() -> String {
    absolute("/")
}

/// The address of the connect page.
pub fn connect() -> String {
    Page::Connect.href(&[])
}

/// The address of the list of accounts.
pub fn accounts() -> String {
    Page::Accounts.href(&[])
}

/// The address of the form for a new account.
pub fn create_account() -> String {
    Page::CreateAccount.href(&[])
}

/// The address of a tab of an account.
pub fn account(account: &str, tab: AccountTab) -> String {
    Page::Account(tab).href(&[("account", account)])
}

/// The address of the form that invites users to an account.
pub fn invite_users(account: &str) -> String {
    Page::InviteUsers.href(&[("account", account)])
}

/// The address of the form for a new user of an account.
pub fn create_user(account: &str) -> String {
    Page::CreateUser.href(&[("account", account)])
}

/// The address of a user of an account.
pub fn user(account: &str, user: &str) -> String {
    Page::User.href(&[("account", account), ("user", user)])
}

#[cfg(test)]
mod tests;
