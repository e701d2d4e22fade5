import TestSupport
import Testing

struct JSONSchemaTests {
    @Test(arguments: [
        (#"{"type":"string"}"#, #""a""#, "1", "$: is not of type string"),
        (#"{"type":"integer"}"#, "3", "3.5", "$: is not of type integer"),
        (#"{"type":"number"}"#, "3.5", "true", "$: is not of type number"),
        (#"{"type":"boolean"}"#, "false", "0", "$: is not of type boolean"),
        (#"{"type":["string","null"]}"#, "null", "[]", "$: is of none of the types"),
        (#"{"required":["a"]}"#, #"{"a":1}"#, "{}", "$: 'a' is missing"),
        (
            #"{"properties":{"a":{"type":"null"}}}"#, #"{"a":null}"#, #"{"a":1}"#,
            "$.a: is not of type null"
        ),
        (
            #"{"properties":{"a":true},"additionalProperties":false}"#, #"{"a":1}"#, #"{"b":1}"#,
            "$.b: is not allowed"
        ),
        (#"{"items":{"minimum":2}}"#, "[2,3]", "[2,1]", "$[1]: 1.0 is less than 2.0"),
        (#"{"maximum":1}"#, "1", "1.5", "$: 1.5 is more than 1.0"),
        (#"{"enum":["a","b"]}"#, #""b""#, #""c""#, "$: is none of the values listed"),
        (#"{"const":1}"#, "1", "2", "$: is not the one value allowed"),
        (#"{"pattern":"^a+$"}"#, #""aa""#, #""ab""#, "$: 'ab' does not match ^a+$"),
        (#"{"minLength":1}"#, #""ā""#, #""""#, "$: is too short"),
        (
            #"{"format":"date-time"}"#, #""2026-11-22T06:00:00Z""#, #""yesterday""#,
            "$: 'yesterday' is no RFC 3339 time"
        ),
        (
            ##"{"$ref":"#/$defs/n","$defs":{"n":{"const":1}}}"##, "1", "2",
            "$: is not the one value allowed"
        ),
        (
            #"{"anyOf":[{"const":1},{"type":"integer"}]}"#, "1", #""a""#,
            "$: fits 0 of 2 schemas"
        ),
        (#"{"oneOf":[{"const":1},{"const":2}]}"#, "2", "3", "$: fits 0 of 2 schemas"),
        (#"{"oneOf":[{"const":1},{"type":"integer"}]}"#, "2", "1", "$: fits 2 of 2 schemas"),
    ])
    func `each keyword holds where it should and says where it does not`(
        schema: String, good: String, bad: String, message: String
    ) throws {
        let schema = try JSONSchema(schema.utf8)
        #expect(try schema.problems(in: good.utf8).isEmpty)
        #expect(try schema.problems(in: bad.utf8).first?.description == message)
    }

    @Test func `a keyword that is not known is an error, however deep`() {
        #expect(throws: JSONSchema.SchemaError.unknownKeyword("maxItems", at: "#/properties/a")) {
            try JSONSchema(#"{"properties":{"a":{"maxItems":0}}}"#.utf8)
        }
    }

    @Test func `a reference to nothing is an error`() {
        #expect(throws: JSONSchema.SchemaError.malformed("nothing at #/$defs/n")) {
            try JSONSchema(##"{"$ref":"#/$defs/n"}"##.utf8)
        }
    }
}
