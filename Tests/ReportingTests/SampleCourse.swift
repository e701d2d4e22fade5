import Foundation
import Model
import TestSupport

/// Days of mentions drawn from a fixed seed.
struct SampleCourse {
    private struct Topic {
        let brand: Brand.ID
        let name: String
        let language: LanguageCode
        let feeds: [Feed.ID]
        /// Texts by tone, the more usual ones more often.
        let texts: [(label: Sentiment.Label, text: String)]
    }

    private(set) var entries: [HeardEntry] = []
    private var random = SeededGenerator(seed: 2_026)
    private var sequence: Int64 = 1

    mutating func add(day: Int) {
        let isWeekend = day % 7 > 4
        for topic in Self.topics {
            let usual = (topic.brand == "ziarenko" ? 2 : 7) * (isWeekend ? 1 : 2) / 2
            for _ in 0..<Int.random(in: usual / 2...usual * 3 / 2, using: &random) {
                let pick = topic.texts[Int.random(in: topic.texts.indices, using: &random)]
                add(topic, pick.label, pick.text, day: day)
            }
        }
        if day == 78 { outage(day: day, mentions: 34) }
        if day == 79 { outage(day: day, mentions: 15) }
    }

    // MARK: - Private

    private mutating func outage(day: Int, mentions: Int) {
        let release = sequence
        let topic = Self.topics[0]
        for number in 0..<mentions {
            if number < mentions / 3 {
                add(
                    topic, .negative, "Zefirnet: awaria światłowodu na prawym brzegu.", day: day,
                    story: release)
            } else {
                add(
                    topic, .negative,
                    [
                        "Awaria światłowodu trwa, Zefirnet milczy, infolinia zajęta.",
                        "Zefirnet: brak sygnału od rana, infolinia zajęta od godziny.",
                        "Brak sygnału i brak odpowiedzi. Zefirnet, co z rekompensatą?",
                    ][number % 3], day: day)
            }
        }
    }

    private mutating func add(
        _ topic: Topic, _ label: Sentiment.Label, _ text: String, day: Int, story: Int64? = nil
    ) {
        let hour =
            [7, 8, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20, 20, 21, 21, 22]
            .randomElement(using: &random) ?? 12
        let start = Date.at("2026-08-30T22:00:00Z").addingTimeInterval(Double(day) * 86_400)
        let date = start.addingTimeInterval(Double(hour * 3_600 + Int(sequence) % 3_000))
        entries.append(
            .sample(
                sequence, text, saying: [.init(of: topic.brand, as: topic.name, label)],
                feed: topic.feeds.randomElement(using: &random) ?? "kurier",
                link: "https://forum.example.org/\(sequence)", at: date,
                story: story.map { StoryMembership(id: $0, reason: .sameText, similarity: 1) },
                language: topic.language,
                categories: label == .negative
                    ? [.sample("technical_issue")] : label == .positive ? [.sample("praise")] : []))
        sequence += 1
    }

    private static let topics = [
        Topic(
            brand: "zefirnet", name: "Zefirnet", language: .polish,
            feeds: ["forum", "forum", "kurier", "balss"],
            texts: [
                (.neutral, "Zefirnet u mnie w bloku, rachunek taki sam jak zwykle."),
                (.neutral, "Podpisałem umowę, Zefirnet przyjeżdża w czwartek."),
                (.negative, "Zefirnet znowu wolny wieczorem."),
                (.positive, "Zefirnet działa bez zarzutu, polecam."),
            ]),
        Topic(
            brand: "kawka", name: "Kawka", language: .latvian, feeds: ["kafejnica", "balss"],
            texts: [
                (.positive, "Kawka centrā, ļoti garšīga kafija."),
                (.positive, "Labākās kūkas ir Kawka kafejnīcā."),
                (.neutral, "Kawka šodien atvērta līdz deviņiem."),
                (.negative, "Kawka rindas ir par garu."),
            ]),
        Topic(
            brand: "baltfon", name: "Baltfon", language: .english, feeds: ["herald", "forum"],
            texts: [
                (.neutral, "Baltfon changes its price list in the spring."),
                (.negative, "Baltfon kept me waiting for an hour."),
                (.positive, "Switched the office over, Baltfon was quick."),
                (.undecided, "Baltfon, well."),
            ]),
        Topic(
            brand: "ziarenko", name: "Ziarenko", language: .polish, feeds: ["kurier", "herald"],
            texts: [
                (.positive, "Ziarenko pali kawę na miejscu."),
                (.neutral, "Ziarenko otwiera drugi lokal."),
            ]),
    ]
}
