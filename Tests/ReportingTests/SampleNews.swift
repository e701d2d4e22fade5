import Foundation
import Model
import TestSupport

/// A morning's news of invented brands, in the three languages we read.
struct SampleNews {
    static let window = Digest.Window(
        after: .at("2026-11-22T05:00:00Z"), through: .at("2026-11-23T05:00:00Z"),
        timeZone: "Europe/Warsaw")

    /// The day that a digest tells of.
    static var today: [HeardEntry] {
        outage + reprints + others + spam
    }

    static var yesterday: [HeardEntry] {
        (0..<9).map { number in
            .sample(
                Int64(100 + number), "Zefirnet działa u mnie bez zarzutu.",
                saying: [.init(of: "zefirnet", as: "Zefirnet", number < 2 ? .negative : .neutral)],
                feed: "forum", at: hour(number).addingTimeInterval(-86_400), language: .polish)
        }
            + (0..<4).map { number in
                .sample(
                    Int64(120 + number), "Kawka on the corner.",
                    saying: [.init(of: "kawka", as: "Kawka")],
                    at: hour(number).addingTimeInterval(-86_400))
            }
    }

    // MARK: - Private

    private static func hour(_ hours: Int) -> Date {
        window.after.addingTimeInterval(Double(hours) * 3_600 + 600)
    }

    private static let outage: [HeardEntry] = [
        .sample(
            1001,
            """
            Od rana nie działa internet. W Zefirnecie od godziny trwa awaria, infolinia milczy, \
            a ja mam dziś egzamin zdalny! Czy ktoś wie, kiedy to naprawią?
            """,
            title: "Awaria na Pradze?",
            saying: [
                .init(
                    of: "zefirnet", as: "Zefirnecie", .negative, score: -0.82,
                    words: [("awaria", -2.4), ("milczy", -1.1)])
            ],
            feed: "forum", link: "https://forum.example.org/t/4411", at: hour(9),
            language: .polish,
            categories: [
                .sample("incident", by: "awaria"), .sample("question", by: "czy ktoś wie"),
            ], severity: .critical, severityReason: "rules/routing.yaml:40"),
        .sample(
            1002,
            """
            Trzeci dzień z rzędu Zefirnet gubi pakiety wieczorem. Reklamacja odrzucona, fatalna \
            obsługa. Przenoszę się do Baltfonu, tam przynajmniej odbierają telefon.
            """,
            title: "Żegnam się",
            saying: [
                .init(
                    of: "zefirnet", as: "Zefirnet", .negative, score: -0.71,
                    words: [("gubi", -1.2), ("fatalna obsługa", -3)]),
                .init(of: "baltfon", as: "Baltfonu", .positive, score: 0.3),
            ], feed: "forum", link: "https://forum.example.org/t/4398", at: hour(14),
            language: .polish,
            categories: [
                .sample("churn_risk", by: "przenoszę się"),
                .sample("complaint", by: "reklamacja"),
            ], severity: .high, severityReason: "category churn_risk"),
        .sample(
            1003,
            "Zefirnet atkal nestrādā Āgenskalnā. Jau otro reizi šonedēļ, ļoti slikti.",
            saying: [
                .init(
                    of: "zefirnet", as: "Zefirnet", .negative, score: -0.64,
                    words: [("nestrādā", -2), ("slikti", -1.8)])
            ], feed: "balss", link: "https://balss.example.org/komentari/77", at: hour(10),
            language: .latvian, categories: [.sample("technical_issue", by: "nestrādā")],
            severity: .high, severityReason: "category technical_issue"),
        .sample(
            1004, "Is it just me or is Zefirnet down in the whole harbour district?",
            saying: [
                .init(of: "zefirnet", as: "Zefirnet", .negative, score: -0.4, words: [("down", -1)])
            ], feed: "herald", link: "https://herald.example.org/c/9", at: hour(10),
            categories: [
                .sample("incident", by: "down"), .sample("question", by: "is it just me"),
            ], severity: .high, severityReason: "category incident"),
    ]

    private static let reprints: [HeardEntry] = {
        let copies: [(feed: Feed.ID, reason: StoryMembership.Reason, similarity: Double)] = [
            ("kurier", .first, 1), ("herald", .sameLink, 1), ("forum", .sameText, 1),
            ("echo", .sameText, 1), ("kurier", .similarText, 0.64),
        ]
        return copies.enumerated().map { number, copy in
            let saying = HeardEntry.Saying(
                of: "zefirnet", as: "Zefirnet", .negative, score: -0.45,
                words: [("awarię", -2.2), ("przeprasza", 0.6)])
            return HeardEntry.sample(
                Int64(1010 + number),
                """
                Zefirnet potwierdza awarię światłowodu na prawym brzegu Wisły. Usługi wracają \
                stopniowo, firma przeprasza klientów.
                """,
                title: "Awaria Zefirnetu: tysiące klientów bez internetu", saying: [saying],
                feed: copy.feed, link: "https://www.kurier.example.org/praga/awaria-\(number)",
                at: hour(11).addingTimeInterval(Double(number) * 900),
                story: StoryMembership(
                    id: 1010, reason: copy.reason, similarity: copy.similarity),
                language: .polish, categories: [.sample("incident", by: "awarię")])
        }
    }()

    private static let others: [HeardEntry] = [
        .sample(
            1020,
            """
            Ogromne brawa dla pana Michała z Zefirnetu: przyjechał w sobotę i w kwadrans \
            wszystko działało.
            """,
            saying: [
                .init(
                    of: "zefirnet", as: "Zefirnetu", .positive, score: 0.78,
                    words: [("brawa", 2.5)])
            ], feed: "forum", link: "https://forum.example.org/t/4402", at: hour(3),
            language: .polish, categories: [.sample("praise", by: "brawa")]),
        .sample(
            1021,
            """
            Szukam internetu do nowego mieszkania, zastanawiam się między Zefirnetem a \
            Baltfonem. Kto ma umowę bez zobowiązań?
            """,
            title: "Jaki internet na Grochowie?",
            saying: [
                .init(of: "zefirnet", as: "Zefirnetem", .neutral),
                .init(of: "baltfon", as: "Baltfonem", .neutral),
            ], feed: "forum", link: "https://forum.example.org/t/4405", at: hour(16),
            language: .polish,
            categories: [
                .sample("sales_lead", by: "szukam internetu"), .sample("question", by: "kto ma"),
            ]),
        .sample(
            1022, "It would be great if the Zefirnet app showed how much of the data is left.",
            saying: [
                .init(of: "zefirnet", as: "Zefirnet", .neutral, score: 0.1, words: [("great", 0.4)])
            ], feed: "herald", at: hour(20),
            categories: [.sample("feature_request", by: "would be great")]),
        .sample(
            1023, "Zefirnet mit der neuen Preisliste.",
            saying: [.init(of: "zefirnet", as: "Zefirnet", .undecided)], feed: "herald",
            at: hour(21), language: .undetermined),
        .sample(
            1030,
            "Kawkā Tērbatas ielā šorīt vislabākā kafija pilsētā, un bariste atcerējās manu vārdu!",
            title: "Rīts Kawkā",
            saying: [
                .init(
                    of: "kawka", as: "Kawkā", .positive, score: 0.86,
                    words: [("vislabākā", 2.8)])
            ], feed: "kafejnica", link: "https://kafija.example.org/rits", at: hour(5),
            language: .latvian,
            categories: [.sample("praise", by: "vislabākā"), .sample("user_content", by: "šorīt")]),
        .sample(
            1031, "Czy w Kawce na Wileńskiej można przyjść z psem?",
            saying: [.init(of: "kawka", as: "Kawce", .neutral)], feed: "forum",
            link: "https://forum.example.org/t/4409", at: hour(12), language: .polish,
            categories: [.sample("question", by: "czy")]),
        .sample(
            1032,
            """
            Kawka's oat flat white is lovely, but the queue was awful and the card reader broke \
            twice.
            """,
            saying: [
                .init(
                    of: "kawka", as: "Kawka", .mixed, score: -0.05,
                    words: [("lovely", 2.1), ("awful", -2.3)])
            ], feed: "herald", link: "https://herald.example.org/eat/31", at: hour(18),
            categories: [.sample("technical_issue", by: "card reader")]),
        .sample(
            1033, "Ziarenko otwiera piątą palarnię, Kawka na razie milczy.",
            title: "Palarnie rosną",
            saying: [
                .init(of: "ziarenko", as: "Ziarenko", .positive, score: 0.4),
                .init(of: "kawka", as: "Kawka", .neutral),
            ], feed: "kurier", link: "https://kurier.example.org/palarnie", at: hour(8),
            language: .polish),
        .sample(
            1034, "Baltfon wprowadza nowe taryfy od stycznia.",
            saying: [.init(of: "baltfon", as: "Baltfon", .neutral)], feed: "kurier", at: hour(7),
            language: .polish),
    ]

    private static let spam: [HeardEntry] = [
        .sample(
            1040, "Cheap routers!!! Zefirnet Zefirnet Zefirnet",
            saying: [.init(of: "zefirnet", as: "Zefirnet", .positive)], at: hour(2),
            categories: [.sample(.spam)])
    ]

    /// Twelve weeks with a weekly rhythm, an outage near the end, and fresh words in its wake.
    static let course: [HeardEntry] = {
        var course = SampleCourse()
        for day in 0..<84 { course.add(day: day) }
        return course.entries
    }()
}
