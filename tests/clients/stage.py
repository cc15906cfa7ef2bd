"""The accounts and people that tests begin with, made by calls and hooks, never by rows."""

NOBODY = "00000000-0000-4000-8000-000000000000"


class Stage:
    def __init__(self, chime, control):
        self.chime = chime
        self.control = control

    def team(self, name="Acme"):
        """A Team account; its id."""
        self.tick()
        return self.chime.create_account(Name=name)["Account"]["AccountId"]

    def enterprise(self, account_type="EnterpriseLWA", domains=("example.com",), **members):
        """An account that the API cannot make; its id."""
        self.tick()
        body = {"Name": account_type, "AccountType": account_type, "Domains": list(domains), **members}
        return self.control.post("hooks/accounts", **body)["Account"]["AccountId"]

    def user(self, account, email="ada@example.com", **members):
        """A user made by CreateUser; the id."""
        self.tick()
        return self.chime.create_user(AccountId=account, Email=email, **members)["User"]["UserId"]

    def member(self, account, email="ada@example.com"):
        """A person of a claimed domain who has signed up; the id."""
        self.tick()
        return self.control.post(f"hooks/accounts/{account}/sign-up", Email=email)["User"]["UserId"]

    def stock(self, number="+12065550100", product_type="BusinessCalling"):
        """A number in the inventory."""
        self.control.post("hooks/phone-number", E164PhoneNumber=number, ProductType=product_type)
        return number

    def tick(self):
        """Lists are in the order of creation, and what is made in one millisecond in that of the ids."""
        self.control.advance("1s")
