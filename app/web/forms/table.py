"""Every posted form in one table: its address, who may post it, the function that serves it.

The functions are in the module of their capability beside this one; each calls one service of
``workflow``. ``app/web/forms/posting.py`` has the handling that all forms share.
"""

from app.web.forms import editions, governance, intake, messages, people
from app.web.forms.posting import PostedForm
from callbacks.editions import text
from callbacks.governance import comments, edition, step, work
from callbacks.people import account, sign_in
from callbacks.people import people as accounts
from domain.terms import Access

# fmt: off
FORMS = (
    PostedForm("step",            "/editions/<int(max=9999):year>/do/<action>", Access.OWN_ACCOUNT, governance.take_step, step.again),
    PostedForm("keep-comment",    "/editions/<int(max=9999):year>/comments/keep", Access.WORKING, governance.keep_comment, comments.again),
    PostedForm("throw-away-comment", "/editions/<int(max=9999):year>/comments/throw-away", Access.WORKING, governance.throw_away_comment, comments.again),
    PostedForm("bring-figures",   "/editions/<int(max=9999):year>/figures", Access.OWN_ACCOUNT, intake.bring_figures, text.again),
    PostedForm("read-messages",   "/messages/read",    Access.WORKING,     messages.mark_read,     work.again),
    PostedForm("begin-next",      "/editions/<int(max=9999):year>/next", Access.OWN_ACCOUNT, editions.begin_next, edition.again),
    PostedForm("sign-in",         "/sign-in",          Access.SIGN_IN,     people.sign_in,         sign_in.again),
    PostedForm("sign-out",        "/sign-out",         Access.OWN_ACCOUNT, people.sign_out,        account.again),
    PostedForm("change-password", "/account/password", Access.OWN_ACCOUNT, people.change_password, account.again),
    PostedForm("add-person",      "/people/add",       Access.ACCOUNTS,    people.add_person,      accounts.again),
    PostedForm("set-roles",       "/people/roles",     Access.ACCOUNTS,    people.set_roles,       accounts.again),
    PostedForm("disable-person",  "/people/disable",   Access.ACCOUNTS,    people.disable_person,  accounts.again),
    PostedForm("enable-person",   "/people/enable",    Access.ACCOUNTS,    people.enable_person,   accounts.again),
    PostedForm("set-password",    "/people/password",  Access.ACCOUNTS,    people.set_password,    accounts.again),
    PostedForm("set-email",       "/people/email",     Access.ACCOUNTS,    people.set_email,       accounts.again),
)
# fmt: on
