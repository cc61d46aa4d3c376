"""Drives a local user pool by boto3, and prints what came of it: one line of JSON for each thing tried.

    python3 drive.py http://localhost:9339

It makes pools and clients of its own. What is expected of the lines stands in boto3.test.ts.
"""

import base64
import hashlib
import hmac
import json
import sys
import urllib.parse
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = sys.argv[1]
PASSWORD = "Genkan-2026"


def connect(**settings):
    return boto3.client("cognito-idp", endpoint_url=ENDPOINT, config=Config(**settings))


# The pool says what is wrong with an input, as Cognito does: boto3 would refuse it before it is sent.
cognito = connect(parameter_validation=False, retries={"total_max_attempts": 1, "mode": "standard"})


def tell(what, **came_of_it):
    print(json.dumps({"what": what, **came_of_it}, ensure_ascii=False), flush=True)


def refusal(expected, call, **arguments):
    """What a call is refused with; that it is of the class that boto3 has for it is a part of it."""
    try:
        call(**arguments)
    except expected as error:
        return {
            "class": type(error).__name__,
            "code": error.response["Error"]["Code"],
            "message": error.response["Error"]["Message"],
            "status": error.response["ResponseMetadata"]["HTTPStatusCode"],
        }
    except ClientError as error:
        return {"class": type(error).__name__, "unexpected": str(error)}
    return {"unexpected": "It was not refused."}


def local(path, method="GET", body=None):
    """What exists at the local pool alone: below /_local/."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{ENDPOINT}/_local/{path}", data, method=method)
    with urllib.request.urlopen(request) as answer:
        return json.loads(answer.read() or b"null")


def sent(address):
    return local("inbox?to=" + urllib.parse.quote(address))["items"][0]["secret"]


def new_pool(name):
    pool = cognito.create_user_pool(
        PoolName=name,
        UsernameAttributes=["email"],
        AutoVerifiedAttributes=["email"],
        UsernameConfiguration={"CaseSensitive": False},
    )
    return pool["UserPool"]["Id"]


def new_client(pool, **settings):
    client = cognito.create_user_pool_client(
        UserPoolId=pool,
        ClientName="boto3",
        ExplicitAuthFlows=[
            "ALLOW_USER_PASSWORD_AUTH",
            "ALLOW_ADMIN_USER_PASSWORD_AUTH",
            "ALLOW_REFRESH_TOKEN_AUTH",
        ],
        **settings,
    )
    return client["UserPoolClient"]


def invite(pool, email):
    cognito.admin_create_user(
        UserPoolId=pool, Username=email, TemporaryPassword=PASSWORD, MessageAction="SUPPRESS"
    )


def welcome(pool, email):
    """Somebody who signs in, with an address that is verified."""
    invite(pool, email)
    cognito.admin_set_user_password(UserPoolId=pool, Username=email, Password=PASSWORD, Permanent=True)
    cognito.admin_update_user_attributes(
        UserPoolId=pool, Username=email, UserAttributes=[{"Name": "email_verified", "Value": "true"}]
    )


def sign_up_and_in(pool):
    client = new_client(pool)["ClientId"]
    email = "Signs.Up@example.com"
    cognito.sign_up(
        ClientId=client,
        Username=email,
        Password=PASSWORD,
        UserAttributes=[{"Name": "name", "Value": "山田 花子"}],
    )
    sign_in = {
        "ClientId": client,
        "AuthFlow": "USER_PASSWORD_AUTH",
        "AuthParameters": {"USERNAME": email, "PASSWORD": PASSWORD},
    }
    early = refusal(cognito.exceptions.UserNotConfirmedException, cognito.initiate_auth, **sign_in)
    wrong = refusal(
        cognito.exceptions.CodeMismatchException,
        cognito.confirm_sign_up,
        ClientId=client,
        Username=email,
        ConfirmationCode="000000",
    )
    cognito.confirm_sign_up(ClientId=client, Username=email, ConfirmationCode=sent(email))
    tokens = cognito.initiate_auth(**sign_in)["AuthenticationResult"]
    user = cognito.get_user(AccessToken=tokens["AccessToken"])
    refreshed = cognito.initiate_auth(
        ClientId=client,
        AuthFlow="REFRESH_TOKEN_AUTH",
        AuthParameters={"REFRESH_TOKEN": tokens["RefreshToken"]},
    )
    created = cognito.admin_get_user(UserPoolId=pool, Username=email)["UserCreateDate"]
    tell(
        "sign-up",
        early=early,
        wrong=wrong,
        attributes={each["Name"]: each["Value"] for each in user["UserAttributes"]},
        refreshed=sorted(refreshed["AuthenticationResult"]),
        created=created.timestamp(),
    )


def secret_hash(pool):
    client = new_client(pool, GenerateSecret=True)
    email = "secret@example.com"
    welcome(pool, email)

    def signed(username):
        key = client["ClientSecret"].encode()
        message = (username + client["ClientId"]).encode()
        return base64.b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode()

    def as_user(**proof):
        return cognito.initiate_auth(
            ClientId=client["ClientId"],
            AuthFlow="USER_PASSWORD_AUTH",
            AuthParameters={"USERNAME": email, "PASSWORD": PASSWORD, **proof},
        )

    def as_admin(**proof):
        return cognito.admin_initiate_auth(
            UserPoolId=pool,
            ClientId=client["ClientId"],
            AuthFlow="ADMIN_USER_PASSWORD_AUTH",
            AuthParameters={"USERNAME": email, "PASSWORD": PASSWORD, **proof},
        )

    unauthorized = cognito.exceptions.NotAuthorizedException
    tell(
        "secret",
        client=client["ClientId"],
        user=as_user(SECRET_HASH=signed(email))["AuthenticationResult"]["TokenType"],
        admin=as_admin(SECRET_HASH=signed(email))["AuthenticationResult"]["TokenType"],
        missing=refusal(unauthorized, as_user),
        wrong=refusal(unauthorized, as_admin, SECRET_HASH=signed("other")),
    )


def paginators(pool):
    names = [f"{number:02}@example.com" for number in range(63)]
    for email in names:
        invite(pool, email)
    groups = [f"group-{number}" for number in range(5)]
    for group in groups:
        cognito.create_group(UserPoolId=pool, GroupName=group)
    others = {new_pool(f"listed-{number}") for number in range(3)}

    def pages(operation, member, name, size, **arguments):
        """The names on each page, of as many pages as there are."""
        found = cognito.get_paginator(operation).paginate(PaginationConfig={"PageSize": size}, **arguments)
        return [[name(item) for item in page[member]] for page in found]

    def email_of(user):
        return next(each["Value"] for each in user["Attributes"] if each["Name"] == "email")

    users = pages("list_users", "Users", email_of, 60, UserPoolId=pool)
    listed = pages("list_groups", "Groups", lambda group: group["GroupName"], 2, UserPoolId=pool)
    pools = pages("list_user_pools", "UserPools", lambda each: each["Id"], 2)
    tell(
        "paginators",
        user_pages=[len(page) for page in users],
        every_user=sorted(sum(users, [])) == names,
        group_pages=[len(page) for page in listed],
        every_group=sorted(sum(listed, [])) == groups,
        longest_pool_page=max(len(page) for page in pools),
        every_pool=others <= set(sum(pools, [])),
        every_pool_once=len(sum(pools, [])) == len(set(sum(pools, []))),
    )


def exceptions(pool):
    client = new_client(pool)["ClientId"]
    email = "exceptions@example.com"
    welcome(pool, email)
    named = {"UserPoolId": pool, "Username": email}
    by_password = {"ClientId": client, "AuthFlow": "USER_PASSWORD_AUTH"}
    wrong = {"USERNAME": email, "PASSWORD": "Wrong-2026"}
    reset = {"ClientId": client, "Username": email, "Password": PASSWORD}
    group = {"UserPoolId": pool, "GroupName": "once"}
    classes = cognito.exceptions
    cognito.create_group(**group)
    cognito.forgot_password(ClientId=client, Username=email)
    code = sent(email)
    refused = [
        refusal(classes.NotAuthorizedException, cognito.initiate_auth, AuthParameters=wrong, **by_password),
        refusal(classes.UserNotFoundException, cognito.admin_get_user, UserPoolId=pool, Username="nobody"),
        refusal(classes.UsernameExistsException, cognito.admin_create_user, **named),
        refusal(classes.InvalidPasswordException, cognito.admin_set_user_password, Password="password", **named),
        refusal(classes.GroupExistsException, cognito.create_group, **group),
        refusal(classes.ResourceNotFoundException, cognito.describe_user_pool, UserPoolId="x_Nowhere"),
        refusal(classes.CodeMismatchException, cognito.confirm_forgot_password, ConfirmationCode="000000", **reset),
    ]
    local("clock", "PUT", {"advance": 2 * 60 * 60})
    expired = classes.ExpiredCodeException
    refused.append(refusal(expired, cognito.confirm_forgot_password, ConfirmationCode=code, **reset))
    local("clock", "DELETE")
    too_often = {}
    while "code" not in too_often and len(refused) < 40:
        too_often = refusal(classes.LimitExceededException, cognito.forgot_password, ClientId=client, Username=email)
    refused.append(too_often)
    tell("exceptions", refused=refused)


def validation():
    """What boto3 itself would have refused in part, as the pool says it."""
    invalid = cognito.exceptions.InvalidParameterException
    tell(
        "validation",
        refused=[
            refusal(invalid, cognito.list_users, UserPoolId="nowhere", Limit=61),
            refusal(invalid, cognito.admin_get_user, Username="somebody"),
            refusal(invalid, cognito.initiate_auth, ClientId="client", AuthFlow="BY_MAGIC"),
        ],
    )


def retries(pool):
    """How often boto3 asks when the pool throttles it, or fails: in its two modes, with two attempts each."""
    asked = {}
    for mode in ["legacy", "standard"]:
        trying = connect(retries={"total_max_attempts": 2, "mode": mode})
        for status in [400, 429, 500, 503]:
            local("faults", "PUT", [{"kind": "status", "operation": "ListGroups", "status": status}])
            came = refusal(ClientError, trying.list_groups, UserPoolId=pool)
            asked[f"{mode} {status}"] = [local("faults")[0]["struck"], came.get("code")]
    fault = {"kind": "status", "operation": "ListGroups", "status": 400, "times": 1}
    local("faults", "PUT", [fault])
    recovered = connect(retries={"mode": "standard"}).list_groups(UserPoolId=pool)
    local("faults", "DELETE")
    tell("retries", asked=asked, recovered=len(recovered["Groups"]) > 0)


pool = new_pool("boto3")
sign_up_and_in(pool)
secret_hash(pool)
exceptions(pool)
validation()
paginators(new_pool("crowded"))
retries(pool)
