//! Where the console is: a row of the table together with the ids of an address.

use percent_encoding::percent_decode_str;

use super::{Route, absolute, all};

/// A route together with the ids of an address.
#[derive(Clone, Debug)]
pub struct Place {
    /// The row of the table.
    pub route: &'static Route,
    pub(super) params: Vec<(&'static str, String)>,
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
        let above = all().filter(|route| {
            let rest = self.route.path.strip_prefix(route.path);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        let mut trail: Vec<&Route> = Vec::new();
        for route in above {
            let place = trail.partition_point(|other| other.path.len() < route.path.len());
            trail.insert(place, route);
        }
        trail
    }

    /// The address of the screen that this place is a tab of.
    pub fn screen(&self) -> String {
        let screen = all().find(|route| route.path == self.route.screen);
        screen.and_then(|screen| self.sibling(screen)).map_or_else(|| self.href(), |screen| screen.href())
    }

    /// Whether both show the same screen, perhaps another tab of it.
    pub fn same_screen(&self, other: &Self) -> bool {
        self.screen() == other.screen()
    }
}

/// The page at an address, given as a path below the base.
pub fn find(path: &str) -> Option<Place> {
    let path = path.trim_end_matches('/');
    all().find_map(|route| Some(Place { route, params: fit(route.path, path)? }))
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
