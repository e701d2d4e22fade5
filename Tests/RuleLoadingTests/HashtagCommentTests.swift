import Model
import RuleLoading
import TestSupport
import Testing

/// What of a YAML file looks like a hashtag and is a comment.
struct HashtagCommentTests {
    @Test(arguments: [
        ("names: [Lampa,\n  #lampa,\n  Lampka]", ["#lampa 2:3"]),
        ("names: [Lampa, #lampa", ["#lampa 1:16"]),
        ("names:\n  - Lampa #lampa\n  - #inna, i nic", ["#lampa 2:11", "#inna 3:5"]),
        ("query: Lampa OR #lampa", ["#lampa 1:17"]),
        ("name: Sklep #5\r\nkind: own #own\r\n", ["#5 1:13", "#own 2:11"]),
        ("when: {tag: [a, #b]}", ["#b 1:17"]),
        ("names: [#lampa]", ["#lampa 1:9"]), ("names: [Lampa,#lampa]", ["#lampa 1:15"]),
    ])
    func `a word right behind the sign, behind a value or inside brackets`(
        text: String, found: [String]
    ) {
        #expect(comments(in: text) == found)
    }

    @Test(arguments: [
        "#lampa\nnames: [Lampa]", "names:\n  - Lampa\n  #- Lampka\n  - Klosz",
        "names: [Lampa] # stara nazwa", "names: [Lampa] #-- koniec", "names: [\"#lampa\", 'a #b']",
        "names: [\"a \\\" #b\"]", "note: |\n  a #b\n\n  c #d\nname: Lampa",
        "items:\n  - note: >-\n      a #b\n    name: Lampa", "- |\n a #b\n- c", "name: a#b",
        "text: \"a\n  #b\"", "text: it's fine", "except: ['Lampa d''Or #1', 'b']",
    ])
    func `other comments, and what stands in a text, are let be`(text: String) {
        #expect(comments(in: text) == [])
    }

    @Test func `a text after a bar ends where the next key begins`() {
        #expect(
            comments(in: "- note: |\n    a #b\n  name: c #d\n- - |\n    e #f\n  - g #h") == [
                "#d 3:11", "#h 6:7",
            ])
    }

    @Test func `brackets that a comment leaves open are told where it begins`() throws {
        let brands = """
            brands:
              - id: lampa
                name: Lampa
                names: [Lampa, #lampa]
                kind: own
              - id: klosz
                name: Klosz
            """
        #expect(
            try Complaints.ofRules(["rules/brands.yaml": brands]) == [
                "rules/brands.yaml:4:20: '#lampa' and all behind it in the line is a comment, so that "
                    + "the bracket before it stays open; put \"#lampa\" in quotes"
            ])
    }

    // MARK: - Private

    private func comments(in text: String) -> [String] {
        HashtagComments(in: text, file: "a.yaml").all.map {
            "\($0.word) \($0.place.line ?? 0):\($0.place.column ?? 0)"
        }
    }
}
