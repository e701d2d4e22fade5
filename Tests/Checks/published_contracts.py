"""Validates recorded requests against published API descriptions; see published_contracts.

A request is right if its path and method are described, each of its query parameters is declared and
of the declared type, those that are required are there, and its body conforms. Members that a body's
own schema does not name are refused even where the description leaves it open: the systems pass most
of them over without a word.
"""

import json
import pathlib
import re
import sys
from urllib.parse import parse_qsl, unquote, urlsplit

from openapi_schema_validator import OAS30Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012


def parameter(name, kind, **rest):
    return {"name": name, "in": "query", "schema": {"type": kind, **rest}}


# Operations and parameters that the vendor's own documentation has and a cut-down document may leave out
# (developer.zendesk.com: Ticket Comments, List Comments; Pagination, Using offset pagination; Incremental Exports,
# per_page).
LEFT_OUT = {
    "zendesk": {
        "/api/v2/tickets/{ticket_id}/comments": {
            "get": [
                parameter("sort_order", "string", enum=["asc", "desc"]),
                parameter("page", "integer"),
                parameter("per_page", "integer"),
            ]
        },
        "/api/v2/incremental/tickets/cursor": {"get": [parameter("per_page", "integer")]},
    }
}

DOCUMENTS = {
    "intercom": "intercom-2.14.subset.json",
    "jira": "jira-cloud-v3.subset.json",
    "zendesk": "zendesk-tickets.subset.json",
}


class Description:
    """One OpenAPI 3.0 document."""

    def __init__(self, document, left_out):
        for path, methods in left_out.items():
            for method, parameters in methods.items():
                operation = document["paths"].setdefault(path, {}).setdefault(method, {})
                described = {p.get("name") for p in operation.setdefault("parameters", [])}
                operation["parameters"] += [p for p in parameters if p["name"] not in described]
        self.document = self.absolute(document)
        resource = Resource(contents=self.document, specification=DRAFT202012)
        self.registry = Registry().with_resource("urn:api", resource)

    def absolute(self, part):
        if isinstance(part, dict):
            return {
                key: "urn:api" + value if key == "$ref" and isinstance(value, str) else self.absolute(value)
                for key, value in part.items()
            }
        return [self.absolute(item) for item in part] if isinstance(part, list) else part

    def resolved(self, part):
        while "$ref" in part:
            here = self.document
            for name in part["$ref"].removeprefix("urn:api#/").split("/"):
                here = here[name.replace("~1", "/").replace("~0", "~")]
            part = here
        return part

    def flaws(self, schema, value, where):
        errors = OAS30Validator(schema, registry=self.registry).iter_errors(value)
        found = [f"{where}{error.json_path[1:]}: {error.message}" for error in errors]
        named = self.named(schema)
        if named and isinstance(value, dict):
            found += [f"{where}.{name}: is not declared" for name in value if name not in named]
        return found

    def named(self, schema):
        """The members that a schema names, in whichever part of it."""
        schema = self.resolved(schema)
        parts = [part for kind in ("allOf", "oneOf", "anyOf") for part in schema.get(kind, [])]
        return set(schema.get("properties", {})).union(*map(self.named, parts))

    def violations(self, request):
        address = urlsplit(request["path"])
        for template, methods in self.document["paths"].items():
            pattern = re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(template))
            if not re.fullmatch(pattern, address.path):
                continue
            operation = methods.get(request["method"].lower())
            if operation is None:
                continue
            shared = methods.get("parameters", [])
            parameters = [self.resolved(p) for p in shared + operation.get("parameters", [])]
            return self.query_flaws(parameters, address.query) + self.body_flaws(operation, request)
        return ["path and method are not described"]

    def query_flaws(self, parameters, query):
        declared = {p["name"]: p for p in parameters if p["in"] == "query"}
        given = dict(parse_qsl(query, keep_blank_values=True))
        found = [f"query {name}: is not declared" for name in given if name not in declared]
        found += [
            f"query {name}: is missing"
            for name, parameter in declared.items()
            if parameter.get("required") and name not in given
        ]
        for name, text in given.items():
            schema = self.resolved(declared.get(name, {}).get("schema", {}))
            kind = schema.get("type")
            value = int(text) if kind == "integer" and text.lstrip("-").isdigit() else text
            # Lists are written with commas between their items, or with one item.
            value = text.split(",") if kind == "array" else value
            found += self.flaws(schema, value, f"query {name}")
        return found

    def body_flaws(self, operation, request):
        content = self.resolved(operation.get("requestBody", {})).get("content", {})
        schema = content.get("application/json", {}).get("schema")
        if schema is None:
            return [] if request["body"] is None else ["body: none is described"]
        return self.flaws(schema, request["body"], "body")


class GitHub:
    """GitHub's own description, as the models that githubkit makes of it: bodies alone."""

    def __init__(self):
        from githubkit_schemas.v2022_11_28 import models

        self.models = {
            r"/repos/[^/]+/[^/]+/issues": models.ReposOwnerRepoIssuesPostBody,
            r"/repos/[^/]+/[^/]+/issues/\d+": models.ReposOwnerRepoIssuesIssueNumberPatchBody,
            r"/repos/[^/]+/[^/]+/issues/\d+/comments": models.ReposOwnerRepoIssuesIssueNumberCommentsPostBody,
        }

    def violations(self, request):
        if request["method"] not in ("POST", "PATCH"):
            return None
        for pattern, model in self.models.items():
            if re.fullmatch(pattern, request["path"]):
                try:
                    model.model_validate(request["body"])
                except ValueError as error:
                    return [str(error)]
                return [
                    f"body.{name}: is not declared"
                    for name in request["body"]
                    if name not in model.model_fields
                ]
        return ["path and method are not described"]


def refuses(description, method, path, body, what):
    if not description.violations({"method": method, "path": path, "body": body}):
        sys.exit(f"this check is of no use: it takes {what}")


def main(contracts, requests):
    descriptions = {
        system: Description(json.loads((contracts / name).read_text()), LEFT_OUT.get(system, {}))
        for system, name in DOCUMENTS.items()
        if (contracts / name).exists()
    }
    descriptions["github"] = GitHub()
    if zendesk := descriptions.get("zendesk"):
        ticket = {"ticket": {"comment": {"body": "x"}, "priority": "P1"}}
        refuses(zendesk, "POST", "/api/v2/tickets", ticket, "a priority that there is not")
        refuses(zendesk, "GET", "/api/v2/tickets?colour=1", None, "a parameter that there is not")
    if intercom := descriptions.get("intercom"):
        ticket = {"contacts": [{"id": "1"}], "ticket_attributes": {}}
        refuses(intercom, "POST", "/tickets", ticket, "a ticket without its type")
        ticket |= {"ticket_type_id": "1", "priority": "high"}
        refuses(intercom, "POST", "/tickets", ticket, "a priority where there is none")
    if jira := descriptions.get("jira"):
        refuses(jira, "POST", "/rest/api/3/search/jql", {"jql": "x", "startAt": 0}, "startAt")
    refuses(descriptions["github"], "POST", "/repos/a/b/issues", {"body": "x"}, "an issue without a title")
    recorded = {path.stem for path in requests.glob("*.jsonl")}
    if missing := sorted(descriptions.keys() - recorded):
        sys.exit(f"no requests were recorded of {', '.join(missing)}")
    total = 0
    for path in sorted(requests.glob("*.jsonl")):
        lines = [json.loads(line) for line in path.read_text().splitlines()]
        description = descriptions.get(path.stem)
        if description is None:
            print(f"{path.stem}: {len(lines)} requests, no description to hold them against")
            continue
        kinds, unseen, found = set(), 0, []
        for request in lines:
            violations = description.violations(request)
            if violations is None:
                unseen += 1
                continue
            kinds.add((request["method"], re.sub(r"\d+", "N", urlsplit(request["path"]).path)))
            found += [f"{request['method']} {unquote(request['path'])}: {flaw}" for flaw in violations]
        rest = f", {unseen} that it does not describe" if unseen else ""
        print(
            f"{path.stem}: {len(lines) - unseen} requests of {len(kinds)} kinds validated, "
            f"{len(found)} violations{rest}"
        )
        for flaw in sorted(set(found)):
            print(f"  {flaw}")
        total += len(found)
    sys.exit(1 if total else 0)


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
