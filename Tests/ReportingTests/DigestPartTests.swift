import Model
import Reporting
import TestSupport
import Testing

/// What of tickets and corrections belongs to the part that a digest is narrowed to.
struct DigestPartTests {
    /// Of two teams; the first ticket is about two posts, the last one's posts are forgotten.
    private static let tickets = [
        ticket("a", of: "support", .normal), ticket("b", of: "sales", .high),
        ticket("c", of: "support", .critical), ticket("forgotten", of: "support", .high),
    ]

    private static let told: [TrackedTicket.Name: [HeardEntry]] = [
        tickets[0].name: [
            .sample(1, "Zefirnet", saying: [zefirnet], feed: "forum", language: .polish),
            .sample(
                2, "Zefirnet", saying: [zefirnet], feed: "kurier", language: .english,
                categories: [.sample("praise")]),
        ],
        tickets[1].name: [
            .sample(
                3, "Kawka", saying: [.init(of: "kawka", as: "Kawka")], feed: "kurier",
                language: .polish, facets: touchpoint("app"))
        ],
        tickets[2].name: [
            .sample(
                4, "Zefirnet", saying: [zefirnet], feed: "blog", language: .polish,
                facets: touchpoint("phone"))
        ],
    ]

    private static let zefirnet = HeardEntry.Saying(of: "zefirnet", as: "Zefirnet")

    private static func touchpoint(_ value: Model.Category.ID) -> FacetTags {
        var facets = FacetTags()
        facets["touchpoint"] = [CategoryTag(id: value, confidence: 1, evidence: [])]
        return facets
    }

    private static func ticket(_ key: String, of team: Team.ID, _ severity: Severity)
        -> TrackedTicket
    {
        TrackedTicket(
            destination: "desk", key: key, team: team, severity: severity, heardAt: .sample,
            answerBy: nil, ticket: RemoteTicket(id: key), isOnItsWay: false, phase: .open,
            firstResponseAt: nil, closedAt: nil, reopenings: 0)
    }

    private static func part(_ change: (inout ReportingContext) -> Void) -> ReportingContext {
        var context = ReportingContext.sample
        change(&context)
        return context
    }

    private static func scope(_ change: (inout Digest.Scope) -> Void) -> ReportingContext {
        part { change(&$0.scope) }
    }

    @Test(
        arguments: [
            (part { _ in }, ["a", "b", "c", "forgotten"]),
            (scope { $0.team = "support" }, ["a", "c", "forgotten"]),
            (scope { $0.severityAtLeast = .high }, ["b", "c", "forgotten"]),
            (scope { $0.language = .polish }, ["a", "b", "c"]),
            (scope { $0.language = .english }, ["a"]),
            (scope { $0.facet = FacetValue("touchpoint", "app") }, ["b"]),
            (part { $0.scope = Digest.Scope(period: .day, brand: "kawka") }, ["b"]),
            (part { $0.scope = Digest.Scope(period: .day, category: "praise") }, ["a"]),
            (part { $0.feeds = ["kurier"] }, ["a", "b"]),
            (part { $0.audience = .init(brands: ["zefirnet", "kawka"]) }, ["a", "b", "c"]),
            (part { $0.audience = .init(teams: ["sales"]) }, ["b"]),
            (
                scope {
                    $0.team = "support"
                    $0.language = .polish
                }, ["a", "c"]
            ),
        ] as [(ReportingContext, [String])])
    func `a part's digest tells of that part's tickets alone`(
        context: ReportingContext, keys: [String]
    ) {
        #expect(context.tickets(Self.tickets, telling: Self.told).map(\.key) == keys)
    }

    @Test func `one post has to be all that is asked for`() {
        // The one in English is praise, the one from the forum is in Polish.
        let context = Self.part {
            $0.scope = Digest.Scope(period: .day, category: "praise")
            $0.scope.language = .polish
        }
        #expect(context.tickets(Self.tickets, telling: Self.told).isEmpty)
    }

    @Test func `a part's digest tells of that part's corrections alone`() {
        let entries = Self.told.values.flatMap(\.self)
        let corrections = [1, 2, 3, 4, 9].map { (number: Int64) in
            Correction(
                entry: number, brand: number == 3 ? "kawka" : "zefirnet", field: .category,
                was: nil, is: "complaint")
        }
        func told(_ context: ReportingContext) -> [Int64] {
            context.corrections(corrections, of: entries).map(\.entry)
        }
        #expect(told(Self.scope { $0.language = .polish }) == [1, 3, 4])
        #expect(told(Self.part { $0.scope = Digest.Scope(period: .day, brand: "kawka") }) == [3])
    }
}
