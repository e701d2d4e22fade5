import Foundation

/// Checks JSON against a schema (JSON Schema draft 2020-12), for the keywords that ours use.
///
/// A keyword it does not know is an error, not passed over: a check that is not made must not look
/// like one that held.
package struct JSONSchema: Sendable {
    /// Something that does not conform, and where: `$.entries[2].title: is not a string`.
    package struct Problem: Hashable, Sendable, CustomStringConvertible {
        package let path: String
        package let message: String

        package var description: String { "\(path): \(message)" }
    }

    package enum SchemaError: Error, Equatable {
        case unknownKeyword(String, at: String)
        case malformed(String)
    }

    private let root: [String: JSONValue]

    /// - Throws: `SchemaError` for a keyword, a format or a reference that is not known.
    package init(_ schema: some Sequence<UInt8>) throws {
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(schema))
        guard case .object(let root) = value else { throw SchemaError.malformed("no object") }
        self.root = root
        try check(value, at: "#")
    }

    /// In document order of keys; empty when the text conforms.
    package func problems(in json: some Sequence<UInt8>) throws -> [Problem] {
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(json))
        return try problems(of: value, against: root, at: "$")
    }

    // MARK: - Private

    private static let annotations: Set = ["$schema", "$id", "title", "description"]
    private static let keywords: Set = [
        "type", "required", "properties", "additionalProperties", "items", "enum", "const",
        "pattern", "minimum", "maximum", "minLength", "minItems", "uniqueItems", "$ref", "$defs",
        "oneOf", "anyOf", "format",
    ]

    private func check(_ schema: JSONValue, at path: String) throws {
        if case .bool = schema { return }
        guard case .object(let keys) = schema else { throw SchemaError.malformed(path) }
        for (key, value) in keys.sorted(by: { $0.key < $1.key }) {
            let place = "\(path)/\(key)"
            switch (key, value) {
            case ("properties", .object(let schemas)), ("$defs", .object(let schemas)):
                for (name, schema) in schemas.sorted(by: { $0.key < $1.key }) {
                    try check(schema, at: "\(place)/\(name)")
                }
            case ("items", _), ("additionalProperties", _): try check(value, at: place)
            case ("oneOf", .array(let schemas)), ("anyOf", .array(let schemas)):
                for schema in schemas { try check(schema, at: place) }
            case ("$ref", .string(let name)): _ = try definition(name)
            case ("format", .string("date-time")): break
            case ("format", _): throw SchemaError.unknownKeyword("format \(value)", at: path)
            default:
                guard Self.keywords.contains(key) || Self.annotations.contains(key) else {
                    throw SchemaError.unknownKeyword(key, at: path)
                }
            }
        }
    }

    private func definition(_ reference: String) throws -> JSONValue {
        let prefix = "#/$defs/"
        guard reference.hasPrefix(prefix), case .object(let all) = root["$defs"],
            let found = all[String(reference.dropFirst(prefix.count))]
        else { throw SchemaError.malformed("nothing at \(reference)") }
        return found
    }

    private func problems(of value: JSONValue, against schema: JSONValue, at path: String) throws
        -> [Problem]
    {
        switch schema {
        case .bool(let allowed):
            return allowed ? [] : [Problem(path: path, message: "is not allowed")]
        case .object(let keys): return try problems(of: value, against: keys, at: path)
        default: throw SchemaError.malformed(path)
        }
    }

    private func problems(of value: JSONValue, against schema: [String: JSONValue], at path: String)
        throws -> [Problem]
    {
        var found: [Problem] = []
        for (key, rule) in schema.sorted(by: { $0.key < $1.key }) {
            switch (key, rule) {
            case ("$ref", .string(let name)):
                found += try problems(of: value, against: definition(name), at: path)
            case ("oneOf", .array(let schemas)), ("anyOf", .array(let schemas)):
                found += try problems(of: value, of: schemas, only: key == "oneOf", at: path)
            default:
                let message = Self.message(for: value, keyword: key, rule: rule)
                found += message.map { [Problem(path: path, message: $0)] } ?? []
            }
        }
        switch value {
        case .object(let members):
            found += try problems(ofMembers: members, against: schema, at: path)
        case .array(let items):
            guard let rule = schema["items"] else { break }
            for (index, item) in items.enumerated() {
                found += try problems(of: item, against: rule, at: "\(path)[\(index)]")
            }
        default: break
        }
        return found
    }

    private func problems(
        of value: JSONValue, of schemas: [JSONValue], only: Bool, at path: String
    ) throws -> [Problem] {
        let all = try schemas.map { try problems(of: value, against: $0, at: path) }
        let fitting = all.count { $0.isEmpty }
        if fitting == 1 || fitting > 1 && !only { return [] }
        let message = "fits \(fitting) of \(schemas.count) schemas"
        return [Problem(path: path, message: message)] + (all.min { $0.count < $1.count } ?? [])
    }

    private func problems(
        ofMembers members: [String: JSONValue], against schema: [String: JSONValue],
        at path: String
    ) throws -> [Problem] {
        var found: [Problem] = []
        if case .array(let required) = schema["required"] {
            for case .string(let name) in required where members[name] == nil {
                found.append(Problem(path: path, message: "'\(name)' is missing"))
            }
        }
        var properties: [String: JSONValue] = [:]
        if case .object(let named) = schema["properties"] { properties = named }
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
            if let rule = properties[name] ?? schema["additionalProperties"] {
                found += try problems(of: member, against: rule, at: "\(path).\(name)")
            }
        }
        return found
    }

    private static func message(for value: JSONValue, keyword: String, rule: JSONValue) -> String? {
        switch (keyword, rule, value) {
        case ("type", .string(let type), _):
            isOf(type, value) ? nil : "is not of type \(type)"
        case ("type", .array(let types), _):
            types.contains { if case .string(let type) = $0 { isOf(type, value) } else { false } }
                ? nil : "is of none of the types"
        case ("enum", .array(let values), _):
            values.contains(value) ? nil : "is none of the values listed"
        case ("const", _, _): value == rule ? nil : "is not the one value allowed"
        case ("pattern", .string(let pattern), .string(let text)):
            text.range(of: pattern, options: .regularExpression) == nil
                ? "'\(text)' does not match \(pattern)" : nil
        case ("minimum", .number(let least), .number(let number)):
            number < least ? "\(number) is less than \(least)" : nil
        case ("maximum", .number(let most), .number(let number)):
            number > most ? "\(number) is more than \(most)" : nil
        case ("minLength", .number(let least), .string(let text)):
            Double(text.unicodeScalars.count) < least ? "is too short" : nil
        case ("minItems", .number(let least), .array(let items)):
            Double(items.count) < least ? "has too few items" : nil
        case ("uniqueItems", .bool(true), .array(let items)):
            Set(items).count < items.count ? "has an item twice" : nil
        case ("format", _, .string(let text)):
            isDateTime(text) ? nil : "'\(text)' is no RFC 3339 time"
        default: nil
        }
    }

    private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
        switch (type, value) {
        case ("object", .object), ("array", .array), ("string", .string), ("number", .number),
            ("boolean", .bool), ("null", .null):
            true
        case ("integer", .number(let number)): number == number.rounded()
        default: false
        }
    }

    /// RFC 3339 §5.6, with Z or an offset, with or without fractions of a second.
    private static func isDateTime(_ text: String) -> Bool {
        let form = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?"
        return text.range(of: form + "(Z|[+-][0-9]{2}:[0-9]{2})$", options: .regularExpression)
            != nil
    }
}
