import TestSupport
import Testing

/// Slips of people who write no programs, with the line that they read.
struct WritingSlipTests {
    @Test(arguments: [
        (
            "  - id: lampa\n    name: Lampa\n    kind: own\n    name: Klosz",
            "5:5: key 'name' stands already at rules/brands.yaml:3:5; keep one of the two"
        ),
        (
            "  - id: lampa\n    name: Lampa\n    names:\n    - a\n\n    # id: b\n    \"id\": klosz",
            "8:5: key 'id' stands already at rules/brands.yaml:2:5; keep one of the two"
        ),
        (
            "  - id: lampa\n    name: Lampa\n    id: klosz\n    name: Klosz",
            "4:5: keys 'id' and 'name' stand twice in one mapping, the first already at "
                + "rules/brands.yaml:2:5; keep one of each, or write '- ' where the next item begins"
        ),
        ("  - {id: a, name: A, id: b}", "2:6: key 'id' stands twice in one mapping; keep one"),
        ("  - id:lampa\n    name: Lampa", "2:5: no space behind the ':'; write 'id: lampa'"),
        (
            "  - id: lampa\n    name:Lampa\n    kind: own",
            "3:5: no space behind the ':'; write 'name: Lampa'"
        ),
        (
            "  - id: lampa\n    name: Lampa\n    names:[Lampa]\n",
            "4:5: no space behind the ':'; write 'names: [Lampa]'"
        ),
        (
            "  - id:lampa\n    name:Lampa\n    kind:own",
            "2:5: no space behind the ':'; write 'id: lampa'"
        ),
        (
            "  - id: lampa\n    name: Lampa\n    context: within:12",
            "4:14: expected a mapping, found text; write 'key: value' lines"
        ),
        (
            "  - id: lampa\n\u{A0}\u{A0}\u{A0}\u{A0}name: Lampa\n    kind: own",
            "3:1: a space that YAML does not know, as web pages have; indent with those of the space bar"
        ),
        (
            "  - id: lampa\n\u{A0}\u{A0}\u{A0}\u{A0}name: Lampa",
            "3:1: a space that YAML does not know, as web pages have; indent with those of the space bar"
        ),
        (
            "  - id: „lampa”\n    name: Lampa",
            "2:9: '„lampa”' is not an id; write a-z, 0-9, '-' and '_' only, such as 'lampa'"
        ),
        ("  -id: lampa\n   name: Lampa", "2:3: no space behind the '-'; write '- id:'"),
        (
            "  - id: lampa\n    name: Lampa\n    names:\n      -Lampa\n      -Klosz",
            "5:7: no space behind the '-'; write '- Lampa'"
        ),
        (
            "  - id: lampa\n    name:\u{A0}Lampa\n    kind: own",
            "3:5: no space behind the ':'; write 'name: Lampa'"
        ),
        (
            "  - id: lampa\n    name: Lampa\n    query: Lampa OR\n      title:nowa OR\n      site:a.example\n     kind: own",
            "7:10: ':' cannot stand here; put a value that holds ':' in quotes, or line the key up with its "
                + "neighbours"
        ),
        ("  – id: lampa\n    name: Lampa", "2:3: '–' begins no item; write '- id:'"),
        (
            "  - id: lampa\n    name: Lampa\n    names:\n      – Lampa\n      – Klosz",
            "5:7: '–' begins no item; write '- Lampa'"
        ),
        (
            "  - id: lampa\n    name: Lampa\n    case_sensitive: Strict",
            "4:21: unknown case rule 'Strict'; did you mean 'strict'?"
        ),
        (
            "  - id: lampa\n    name: Lampa\n    case_sensitive: tak",
            "4:21: unknown case rule 'tak'; write true, false or strict"
        ),
        (
            "  - id: lampa\n    name: Lampa\n    nams: [Klosz]",
            "4:5: unknown key 'nams'; did you mean 'names'?"
        ),
        (
            "  - id: lampa\n    name: Lampa\n    nama: Klosz",
            "4:5: unknown key 'nama'; did you mean 'name'?"
        ),
        (
            "  - id: lampa\n    name: Lampa\n    hashtags: none",
            "4:15: unknown hashtag rule 'none'; write names or listed"
        ),
        (
            "  - {id: lampa, name:Lampa, kind: own}",
            "2:17: no space behind the ':'; write 'name: Lampa'"
        ),
        (
            "  - id: lampa\n    name: Null",
            "3:5: 'Null' stands for nothing; put it in quotes if it is meant as a word, or remove it"
        ),
        (
            "  - id: lampa\n    name: Lampa\n    except: ['Lampa d'Or', 'x']",
            "4:23: the text in quotes ends before this; for an apostrophe write '' or use the double "
                + "quotes, and put all of the text inside"
        ),
        (
            "  - id: lampa\n    name: Lampa\n    except:\n      - \"Lampa\" nocna",
            "5:17: the text in quotes ends before this; for an apostrophe write '' or use the double "
                + "quotes, and put all of the text inside"
        ),
        (
            "  - id: lampa\n    name: Lampa\n    names: [Klosz, \"@lampa]\n    examples:\n      match: [\"Lampa nocna\"]",
            "4:20: the text in quotes that begins here goes on as far as line 6; write the closing quote "
                + "where it shall end"
        ),
        (
            "  - id: lampa\n    name: Lampa\n    strike: [\"Lampo]\n    except: [\"Lampa nocna\", \"Lampa\" b]",
            "4:14: the text in quotes that begins here goes on as far as line 5; write the closing quote "
                + "where it shall end"
        ),
        (
            "  - id: lampa\n    name: Lampa\n    context: {any_of: [stół], within: 0,5}",
            "4:41: a number has a point before its decimals, no comma; write one such as 0.5"
        ),
        (
            "  - id: lampa\n    name: Lampa\n    examples:\n    kind: own",
            "4:5: expected a mapping, found nothing; write 'key: value' lines below it, indented further "
                + "than it is"
        ),
    ])
    func `the line tells what was missed, and where`(items: String, message: String) throws {
        let found = try Complaints.ofRules(["rules/brands.yaml": "brands:\n\(items)\n"])
        #expect(found.contains("rules/brands.yaml:" + message), "\(found)")
    }

    @Test(arguments: [
        (
            "when: {category: incident, complaint}",
            "'complaint' has no key of its own; write several values of one key as [one, two]"
        ),
        (
            "when: {score_at_most: 0,5}",
            "a number has a point before its decimals, no comma; write one such as 0.5"
        ),
        (
            "when: {category: incident, sentimet}",
            "unknown key 'sentimet'; did you mean 'sentiment'?"
        ),
        (
            "when:\n      score_at_most: -0,5",
            "a number has a point before its decimals, no comma; write one such as 0.5"
        ),
    ])
    func `what commas part in a condition`(when: String, message: String) throws {
        let routing = """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}]
            default_team: support
            routes:
              - team: support
                \(when)
            """
        let found = try Complaints.ofRouting(routing)
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix(": " + message) == true, "\(found)")
    }

    @Test func `an address copied from the source of a page`() throws {
        let feeds = "sources: [{id: a, name: A, url: \"https://a.example/?a=b&amp;c=d\"}]"
        #expect(
            try Complaints.ofFeeds(["feeds/a.yaml": feeds]) == [
                "feeds/a.yaml:1:33: the address has '&amp;' in it, as pages write it; write '&' alone"
            ])
    }

    @Test(arguments: [("ą", 900), ("a", 20_000)])
    func `a text that was pasted where a weight should stand is told without its middle`(
        letter: String, count: Int
    ) throws {
        let pasted = String(repeating: letter, count: count)
        let start = "rules/sentiment/en.tsv:1:6: "
        let end = "' is no weight; write -4 to 4, *1.5, negator, contrast or wish"
        let told =
            count == 900
            ? pasted
            // Of the message, 600 letters are kept in front and 300 behind.
            : "\(pasted.prefix(600 - 1))…\(pasted.suffix(300 - end.count))"
        let found = try Complaints.ofRules(["rules/sentiment/en.tsv": "good\t\(pasted)\n"])
        #expect(found == [start + "'" + told + end])
    }

    @Test func `a mistake in a copy of the rules names the files of the copy`() throws {
        let brands = "brands:\n  - id: lampa\n    name: Lampa\n    name: Klosz\n"
        var files = Complaints.goodRules.map {
            ("copy/" + $0.key.dropFirst("rules/".count), $0.value)
        }
        files.append(("copy/brands.yaml", brands))
        let all = Dictionary(files) { $1 }
        let found = try TemporaryFolder.with(all) { try Complaints.ofRules(in: $0, folder: "copy") }
        #expect(
            found == [
                "copy/brands.yaml:4:5: key 'name' stands already at copy/brands.yaml:3:5; keep one of "
                    + "the two"
            ])
    }
}
