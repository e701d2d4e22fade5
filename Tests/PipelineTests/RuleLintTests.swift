import Model
import Pipeline
import TestSupport
import Testing

/// What `rules check` finds in rules that can be read, in words.
struct RuleLintTests {
    @Test func `rules in order give no finding`() throws {
        #expect(try findings([:]) == [])
    }

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

    @Test(arguments: [
        (
            "keywords: {en: [wi-fi, wi fi]}",
            "warning rules/categories.yaml:4:28: 'wi fi' finds what 'wi-fi' at "
                + "rules/categories.yaml:4:21 finds; keep one of the two"
        ),
        (
            "keywords: {any: [sos], en: [SOS]}",
            "warning rules/categories.yaml:4:33: 'SOS' finds what 'sos' at "
                + "rules/categories.yaml:4:22 finds; keep one of the two"
        ),
        (
            "keywords: {any: [sos], en: [{term: sos, weight: -1}, outage]}",
            "warning rules/categories.yaml:4:33: 'sos' weighs -1.0 here and 1.0 at "
                + "rules/categories.yaml:4:22; keep one of the two"
        ),
        (
            "keywords: {en: ['a*', outage]}",
            "warning rules/categories.yaml:4:21: 'a*' stands for every word that begins with 'a' and "
                + "is enough to give the category; write more of it, or a weight below 1"
        ),
        (
            "keywords: {en: [{term: outage, weight: 0.5}]}",
            "error rules/categories.yaml:4:21: the weights of category 'incident' in 'en' add up to "
                + "less than 1, so that it can never be given; raise one"
        ),
        (
            "query: outage AND NOT outage",
            "error rules/categories.yaml:4:12: 'outage AND NOT outage' can never hold, since it "
                + "needs outage and forbids outage; remove one of the two"
        ),
    ])
    func `a category that cannot work as it is meant is found`(keys: String, finding: String) throws
    {
        let categories = "categories:\n  - id: incident\n    name: Incident\n    \(keys)\n"
        #expect(try findings(["rules/categories.yaml": categories]) == [finding])
    }

    @Test func `a lexicon that says one thing twice, or both ways, is found`() throws {
        let lexicon = "rip off\t-2\nrip-off\t-3\nwell made\t2\nwell-made\t-1\nso*\t1\n"
        #expect(
            try findings(["rules/sentiment/en.tsv": lexicon]) == [
                "warning rules/sentiment/en.tsv:2:1: 'rip-off' finds what 'rip off' at "
                    + "rules/sentiment/en.tsv:1:1 finds; keep one of the two",
                "warning rules/sentiment/en.tsv:4:1: 'well-made' weighs -1.0 here and 'well made' "
                    + "2.0 at rules/sentiment/en.tsv:3:1, which are one term; keep one of the two",
                "warning rules/sentiment/en.tsv:5:1: 'so*' stands for every word that begins with "
                    + "'so' and gives it a tone; write more of it",
            ])
    }

    @Test func `a term of a lexicon that no text has is found`() throws {
        let lexicon = "good\t1\nbrak*\t-1\n🙂*🙂\t1\nwell done\t2\n"
        #expect(
            try findings(["rules/sentiment/en.tsv": lexicon]).map { $0.prefix(40) } == [
                "error rules/sentiment/en.tsv:3:1: '🙂*🙂' "
            ])
    }

    @Test
    func `learnt keywords that change nothing, or count beside those a person set, are found`()
        throws
    {
        let categories = """
            categories:
              - id: incident
                name: Incident
                keywords: {en: [outage, {term: slow, weight: 0.5}], any: [404]}
              - {id: site, name: Site, query: "site:a.example"}
            """
        let learnt = """
            klapa\t1
            outage\t0.4
            404\t-1
            slow\t0.3
            so-so\t0.3
            so so\t1
            bad\t0
            🙂*🙂\t1
            """
        let file = "rules/learnt/incident.en.tsv"
        #expect(
            try findings([
                "rules/categories.yaml": categories, file: learnt,
                "rules/learnt/site.en.tsv": "bad\t1\n",
            ]) == [
                "warning \(file):2:1: 'outage' counts beside 'outage' at "
                    + "rules/categories.yaml:4:21, which finds the same; remove this line",
                "warning \(file):3:1: '404' counts beside '404' at rules/categories.yaml:4:63, "
                    + "which finds the same; remove this line",
                "warning \(file):6:1: 'so so' counts beside 'so-so' at \(file):5:1, which finds the "
                    + "same; remove this line",
                "warning \(file):7:1: 'bad' weighs 0; remove the line",
                "warning \(file):8:1: '🙂*🙂' can never be found, since texts are cut into words "
                    + "otherwise; remove the line",
                "warning rules/learnt/site.en.tsv: category 'site' is given by its query alone, "
                    + "whatever is learnt; remove the file, or give the category keywords",
            ])
    }

    @Test func `macros that no query leads to are found`() throws {
        let brands = """
            macros:
              insects: owad OR $ladybirds
              ladybirds: biedronk*
              shops: sklep* OR $tills
              tills: kas*
            brands: [{id: lampa, name: Lampa, query: Lampa NOT $insects}]
            """
        #expect(
            try findings(["rules/brands.yaml": brands]) == [
                "warning rules/brands.yaml:4:3: no query of this file calls the macro '$shops'; "
                    + "call it or take it out",
                "warning rules/brands.yaml:5:3: no query of this file calls the macro '$tills'; "
                    + "call it or take it out",
            ])
    }

    @Test(arguments: [
        ("categories", "{id: incident, name: Incident, query: $m}"),
        ("facets", "{id: aspect, name: Aspect, values: [{id: price, name: Price, query: $m}]}"),
        ("locations", "{id: gdynia, name: Gdynia, query: $m}"),
    ])
    func `a macro is called wherever a query stands`(kind: String, rule: String) throws {
        let file = "macros: {m: awaria}\n\(kind): [\(rule)]"
        #expect(try findings(["rules/\(kind).yaml": file]) == [])
    }

    @Test func `routes that nothing reaches, and teams that no route leads to, are found`() throws {
        let routing = """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}, {id: press, name: Press}]
            default_team: support
            routes:
              - when: {brand_kind: own}
                team: support
              - when: {brand_kind: own, category: incident}
                team: support
              - when: {category: incident}
                team: support
            """
        #expect(
            try findings(["rules/routing.yaml": routing]) == [
                "warning rules/routing.yaml:2:39: no route leads to team 'press', so that it gets "
                    + "nothing; add one, or remove the team",
                "warning rules/routing.yaml:7:5: the route at rules/routing.yaml:5:5 takes all that "
                    + "this one asks for; put this one before it, or remove it",
            ])
    }

    @Test func `holidays of a team that has no hours are found`() throws {
        let routing = """
            time_zone: Europe/Warsaw
            teams:
              - {id: support, name: Support, holidays: [12-24]}
              - id: press
                name: Press
                hours: [{days: mon-fri, from: "08:00", to: "16:00"}]
                holidays: [12-24]
            default_team: support
            routes: [{when: {brand_kind: own}, team: press}]
            """
        #expect(
            try findings(["rules/routing.yaml": routing]) == [
                "warning rules/routing.yaml:3:5: team 'support' has no hours, so that its time runs "
                    + "always, on its holidays too; add hours, or take the holidays out"
            ])
    }

    /// - Parameter files: those that differ from rules in which all is well.
    private func findings(_ files: [String: String]) throws -> [String] {
        let folder = try TestWorkspace(Self.good.merging(files) { $1 })
        defer { withExtendedLifetime(folder) {} }
        let rules = try folder.workspace.loadRules().rules
        let all = RuleLint.findings(in: rules)
        // What a run looks for is no other.
        #expect(RuleLint.errors(in: rules) == all.filter { $0.level == .error })
        return all.map { "\($0.level.rawValue) \($0)" }
    }

    private static let good = [
        "rules/brands.yaml": "brands: [{id: lampa, name: Lampa}]",
        "rules/categories.yaml":
            "categories: [{id: incident, name: Incident, keywords: {en: [outage]}}]",
        "rules/routing.yaml": """
        time_zone: Europe/Warsaw
        teams: [{id: support, name: Support}]
        default_team: support
        """,
    ]
}
