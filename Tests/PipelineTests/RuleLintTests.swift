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

    @Test func `alternatives of a lexicon are looked at as if each had a line of its own`() throws {
        let lexicon = "rip|knock off\t-2\nscam|rip-off\t-3\ngood|so*\t1\n"
        #expect(
            try findings(["rules/sentiment/en.tsv": lexicon]) == [
                "warning rules/sentiment/en.tsv:2:1: 'rip-off' finds what 'rip off' at "
                    + "rules/sentiment/en.tsv:1:1 finds; keep one of the two",
                "warning rules/sentiment/en.tsv:3:1: 'so*' stands for every word that begins with "
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
    func findings(_ files: [String: String]) throws -> [String] {
        let folder = try TestWorkspace(Self.good.merging(files) { $1 })
        defer { withExtendedLifetime(folder) {} }
        let rules = try folder.workspace.loadRules().rules
        let all = RuleLint.findings(in: rules)
        // What a run looks for is no other.
        #expect(RuleLint.errors(in: rules) == all.filter { $0.level == .error })
        return all.map { "\($0.level.rawValue) \($0)" }
    }

    static let good = [
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
