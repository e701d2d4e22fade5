import Model
import Pipeline
import TestSupport
import Testing

/// Brands, and the words by which they are found.
extension RuleLintTests {
    @Test(arguments: [
        (
            "names: [Lampa, lampa]",
            "warning rules/brands.yaml:4:20: name 'lampa' is found wherever 'Lampa' is; remove it"
        ),
        (
            "inflect: pl\n    strike: [Lampu]",
            "error rules/brands.yaml:5:14: 'Lampu' is no form of brand 'lampa'; `earshot rules forms "
                + "lampa` lists those there are"
        ),
        (
            "inflect: pl\n    forms: [lampie]",
            "warning rules/brands.yaml:5:13: 'lampie' is a form of brand 'lampa' anyway; remove it"
        ),
        (
            "strike: [Lampa]",
            "error rules/brands.yaml:2:5: every form of brand 'lampa' is struck, so that it can never "
                + "be found; strike fewer"
        ),
        (
            "names: [L]",
            "warning rules/brands.yaml:4:13: name 'L' is one letter; give the brand a context or a "
                + "query, or write the name in full"
        ),
        (
            "names: [Lampa, '24']",
            "warning rules/brands.yaml:4:20: name '24' is a number, as times, prices and dates are; "
                + "give the brand a context or a query, or write the name in full"
        ),
        (
            "names: [their]",
            "warning rules/brands.yaml:4:13: name 'their' is in most texts; give the brand a context "
                + "or a query, or write the name in full"
        ),
        (
            "query: Lampa AND lampk* AND NOT lamp*",
            "error rules/brands.yaml:4:12: 'Lampa AND lampk* AND NOT lamp*' can never hold, since it "
                + "needs Lampa and forbids lamp*; remove one of the two"
        ),
        (
            "query: Lampa AND lang:pl AND lang:lv",
            "error rules/brands.yaml:4:12: 'Lampa AND lang:pl AND lang:lv' can never hold, since it "
                + "needs lang:lv and lang:pl, and a text has one of them; join them by OR"
        ),
        (
            "query: site:a.example AND site:b.example",
            "error rules/brands.yaml:4:12: 'site:a.example AND site:b.example' can never hold, since "
                + "it needs site:a.example and site:b.example, and a text has one of them; join them "
                + "by OR"
        ),
        (
            "names: [Lampa, Sowa]",
            "warning rules/brands.yaml:4:20: name 'Sowa' is an ordinary word too; write "
                + "case_sensitive: true, give the brand a context, or strike the form"
        ),
        (
            "names: [Lampa, Stala]\n    inflect: pl",
            "warning rules/brands.yaml:4:20: of the forms of 'Stala', 'Stali', 'Stal' are ordinary "
                + "words too; write case_sensitive: true, give the brand a context, or strike the form"
        ),
        (
            "names: [Lampa, Tama]\n    inflect: pl",
            "warning rules/brands.yaml:4:20: of the forms of 'Tama', 'Tam' is an ordinary word too; "
                + "write case_sensitive: true, give the brand a context, or strike the form"
        ),
        (
            "names: [Lampa, '\"Klosz\"']",
            "warning rules/brands.yaml:4:20: name '\"Klosz\"' is found between its marks alone; write "
                + "Klosz, without them"
        ),
        (
            "names: [Lampa, Klosz OR Abażur]",
            "warning rules/brands.yaml:4:20: name 'Klosz OR Abażur' has OR, which is looked for as a "
                + "word; write each name of its own in the list, and conditions in query"
        ),
        (
            "names: [Lampa, Klosz|Abażur]",
            "warning rules/brands.yaml:4:20: name 'Klosz|Abażur' has '|', which is looked for as it "
                + "stands; write each name of its own in the list"
        ),
        (
            "except: [Nowa lampa, nowy klosz]",
            "warning rules/brands.yaml:4:26: 'nowy klosz' has no name of brand 'lampa' in it, so that "
                + "it leaves nothing out; write the whole phrase, the name included"
        ),
        (
            "names: [Lampa, Lampka nocna]\n    except: [Nowa lampa, lampka nocna]",
            "error rules/brands.yaml:5:26: 'lampka nocna' is a form of brand 'lampa', so that it never "
                + "counts; write the longer phrase in which it means something else, or strike it"
        ),
        (
            "query: NOT biurk* AND (sklep OR biurko)",
            "warning rules/brands.yaml:4:12: 'biurko' can never hold, since it needs biurko and "
                + "forbids biurk*; remove one of the two"
        ),
        (
            "query: NOT (lampa OR owad)",
            "error rules/brands.yaml:4:12: the query forbids every name of brand 'lampa', so that it "
                + "can never be found; remove NOT Lampa"
        ),
        (
            "query: NOT sklep\n    context: {any_of: [sklep, kasa]}",
            "warning rules/brands.yaml:5:24: the query forbids the context word 'sklep', so that it "
                + "never lets a name count; remove one of the two"
        ),
        (
            "query: NOT skl*\n    context: {any_of: [sklep]}",
            "error rules/brands.yaml:5:24: the query forbids the context word 'sklep', so that it "
                + "never lets a name count; remove one of the two"
        ),
        (
            "context: {any_of: [który, sklep]}",
            "warning rules/brands.yaml:4:24: context word 'który' is in most texts, so that it tells "
                + "nothing; remove it"
        ),
        (
            "examples: {match: [Lampa pali], no_match: [Lampa pali]}",
            "error rules/brands.yaml:4:48: brand 'lampa' promises at rules/brands.yaml:4:24 to match "
                + "\"Lampa pali\", and here not to; remove one of the two"
        ),
    ])
    func `a brand that cannot work as it is meant is found`(keys: String, finding: String) throws {
        let brands = "brands:\n  - id: lampa\n    name: Lampa\n    \(keys)\n"
        #expect(try findings(["rules/brands.yaml": brands]) == [finding])
    }

    @Test(arguments: [
        "query: sklep AND NOT owad", "query: 'title:lampa NOT author:lampa'",
        "query: (lampa OR owad) AND NOT owadami", "query: 'lampa NOT {LAMPA}'",
        "query: NOT (lampa AND owad)", "query: NOT (lampa NEAR/3 owad)",
    ])
    func `a query that can hold is let be`(keys: String) throws {
        let brands = "brands:\n  - id: lampa\n    name: Lampa\n    \(keys)\n"
        #expect(try findings(["rules/brands.yaml": brands]) == [])
    }

    @Test(arguments: [
        (
            "cafe", "cafes",
            [
                "3:38: no other brand is of the market 'cafe'",
                "4:60: no other brand is of the market 'cafes'",
            ]
        ),
        ("cafes", "cafes", []),
    ])
    func `a brand that has its market to itself is told`(
        own: String, other: String, places: [String]
    ) throws {
        let brands = """
            brands:
              - {id: klosz, name: Klosz, kind: topic, market: lamps}
              - {id: lampa, name: Lampa, market: \(own)}
              - {id: kinkiet, name: Kinkiet, kind: competitor, market: \(other)}
            """
        let expected = places.map { place in
            "warning rules/brands.yaml:\(place), so that its share of voice is always all there is; "
                + "give it the market of those that it competes with"
        }
        #expect(try findings(["rules/brands.yaml": brands]) == expected)
    }

    @Test func `a brand that alone states no market is told`() throws {
        let brands = """
            brands:
              - {id: lampa, name: Lampa, market: lamps}
              - {id: kinkiet, name: Kinkiet, kind: competitor, market: lamps}
              - {id: klosz, name: Klosz, kind: competitor}
            """
        #expect(
            try findings(["rules/brands.yaml": brands]) == [
                "warning rules/brands.yaml:4:5: every other brand has a market and brand 'klosz' has "
                    + "none, so that its share of voice is always all there is; give it the market of "
                    + "those that it competes with"
            ])
    }

    @Test(arguments: ["case_sensitive: true", "context: {any_of: [abażur]}", "query: abażur"])
    func `an ordinary word that something tells apart is let be`(keys: String) throws {
        let brands = "brands:\n  - id: lampa\n    name: Sowa\n    \(keys)\n"
        #expect(try findings(["rules/brands.yaml": brands]) == [])
    }

    @Test(arguments: ["Nowa lampa", "lamp* biurk*", "z lampy"])
    func `an exception that holds a name in some form is let be`(exception: String) throws {
        let keys = "inflect: pl\n    except: ['\(exception)']"
        let brands = "brands:\n  - id: lampa\n    name: Lampa\n    \(keys)\n"
        #expect(try findings(["rules/brands.yaml": brands]) == [])
    }

    @Test(arguments: [
        ("'#lampa'", "4:20", "Lampa"), ("'#Lampie'", "4:20", "Lampie"),
        ("Nowa Lampa, '#nowalampa'", "4:32", "Nowa Lampa"),
    ])
    func `a hashtag that counts without being listed is told`(
        names: String, place: String, form: String
    ) throws {
        let keys = "names: [Lampa, \(names)]\n    inflect: pl"
        let brands = "brands:\n  - id: lampa\n    name: Lampa\n    \(keys)\n"
        let hashtag = names.split(separator: "'").last ?? ""
        #expect(
            try findings(["rules/brands.yaml": brands]) == [
                "warning rules/brands.yaml:\(place): '\(hashtag)' counts anyway, as '\(form)' of "
                    + "brand 'lampa' does; remove it"
            ])
    }

    @Test(arguments: [
        "case_sensitive: true", "context: {any_of: [abażur]}", "query: abażur", "hashtags: listed",
    ])
    func `a hashtag that counts for more when it is listed is let be`(keys: String) throws {
        let brands = """
            brands:
              - id: lampa
                name: Lampa
                names: [Lampa, '#lampa']
                \(keys)
            """
        #expect(try findings(["rules/brands.yaml": brands]) == [])
    }

    @Test func `a hashtag may be struck that a name would have`() throws {
        let keys = "inflect: pl\n    strike: ['#lampie']"
        let brands = "brands:\n  - id: lampa\n    name: Lampa\n    \(keys)\n"
        #expect(try findings(["rules/brands.yaml": brands]) == [])
    }

    @Test func `two brands with one name, or with one form, are found`() throws {
        let brands = """
            brands:
              - {id: lampa, name: Lampa, inflect: pl}
              - {id: lampy, name: Lampa}
              - {id: klosz, name: Klosz, query: szkło}
              - {id: glob, name: Klosz, query: papier}
              - {id: kret, name: Kret, inflect: pl}
              - {id: kreta, name: Kreta, inflect: pl}
            """
        #expect(
            try findings(["rules/brands.yaml": brands]) == [
                "error rules/brands.yaml:3:23: brand 'lampa' goes by 'Lampa' too, so that the name "
                    + "counts for 'lampa' only; remove it at one of them, or give them a context or "
                    + "a query each",
                "warning rules/brands.yaml:5:22: brand 'klosz' goes by 'Klosz' too, so that the name "
                    + "counts for 'glob' only where both may count; see that their conditions differ",
                "warning rules/brands.yaml:7:23: 'Krecie' is a form of 'Kreta' and of brand 'kret', for "
                    + "'kret' when both may count; strike it at one of them",
            ])
    }

    @Test func `a form that another brand lists is told to count for that brand`() throws {
        let brands = """
            brands:
              - {id: t-net, name: T-Net}
              - {id: tnet, name: TNet}
            """
        #expect(
            try findings(["rules/brands.yaml": brands]).contains(
                "warning rules/brands.yaml:3:22: 'TNet' is a form of 'TNet' and of brand 't-net', for "
                    + "'tnet' when both may count; strike it at one of them"))
    }

    @Test(arguments: ["LampaNova", "#lampanova"])
    func `a name of several words may be struck as one word`(struck: String) throws {
        let brands = "brands: [{id: lampa, name: Lampa Nova, strike: ['\(struck)']}]"
        #expect(try findings(["rules/brands.yaml": brands]).isEmpty)
    }
}
