import Foundation
import TestSupport

/// Feeds of realistic shape, made from a fixed seed: RSS and Atom, HTML in CDATA or escaped, posts of
/// one to twenty sentences in Polish, Latvian and English, of which about one in four names a brand.
struct SyntheticFeeds {
    static let entriesPerFeed = 25

    private var random: SeededGenerator
    /// Entries are spread over 28 days before this moment.
    private let end: Date

    init(seed: UInt64, end: Date) {
        random = SeededGenerator(seed: seed)
        self.end = end
    }

    /// One document of `entriesPerFeed` entries.
    mutating func document(number: Int) -> String {
        let voice = Voice.all[number % Voice.all.count]
        let items = (0..<Self.entriesPerFeed).map { entry in
            number.isMultiple(of: 3)
                ? atomEntry(voice, feed: number, entry: entry)
                : rssItem(voice, feed: number, entry: entry)
        }.joined(separator: "\n")
        let site = "https://site\(number).example/"
        return number.isMultiple(of: 3)
            ? """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(voice.language)">
            <title>Site \(number)</title><id>\(site)</id><link href="\(site)"/>
            <updated>\(end.formatted(.iso8601))</updated>
            \(items)
            </feed>
            """
            : """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
            xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <title>Site \(number)</title><link>\(site)</link><description>Posts</description>
            <language>\(voice.language)</language>
            \(items)
            </channel></rss>
            """
    }

    /// A post as plain text, of the length that posts in social media have.
    mutating func post(number: Int) -> String {
        let voice = Voice.all[number % Voice.all.count]
        return sentences(of: voice, count: Int.random(in: 1...3, using: &random))
            .joined(separator: " ")
    }

    // MARK: - Private

    private mutating func rssItem(_ voice: Voice, feed: Int, entry: Int) -> String {
        let html = html(voice)
        return """
            <item><title>\(title(voice))</title>
            <link>https://site\(feed).example/post/\(entry)?utm_source=rss</link>
            <guid isPermaLink="false">site\(feed)-\(entry)</guid>
            <dc:creator>author \(Int.random(in: 0..<400, using: &random))</dc:creator>
            <pubDate>\(Self.rfc822(date()))</pubDate>
            <description>\(sentences(of: voice, count: 1)[0])</description>
            <content:encoded><![CDATA[\(html)]]></content:encoded></item>
            """
    }

    private mutating func atomEntry(_ voice: Voice, feed: Int, entry: Int) -> String {
        let html = html(voice).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return """
            <entry><title>\(title(voice))</title><id>tag:site\(feed).example,2026:\(entry)</id>
            <link href="https://site\(feed).example/post/\(entry)"/>
            <author><name>author \(Int.random(in: 0..<400, using: &random))</name></author>
            <published>\(date().formatted(.iso8601))</published>
            <updated>\(end.formatted(.iso8601))</updated>
            <content type="html">\(html)</content></entry>
            """
    }

    private mutating func title(_ voice: Voice) -> String {
        sentences(of: voice, count: 1)[0]
    }

    private mutating func html(_ voice: Voice) -> String {
        let paragraphs = (0..<Int.random(in: 1...5, using: &random)).map { _ in
            sentences(of: voice, count: Int.random(in: 1...4, using: &random))
                .joined(separator: " ")
        }
        return paragraphs.enumerated().map { index, paragraph in
            index == 1
                ? "<blockquote class=\"quote\"><p>\(paragraph)</p></blockquote>"
                : "<p>\(paragraph) <a href=\"/tag/\(index)\">&raquo;</a></p>"
        }.joined(separator: "\n")
    }

    private mutating func sentences(of voice: Voice, count: Int) -> [String] {
        (0..<count).map { _ in
            let begin = voice.subjects[Int.random(in: 0..<voice.subjects.count, using: &random)]
            let middle = voice.verbs[Int.random(in: 0..<voice.verbs.count, using: &random)]
            let end = voice.endings[Int.random(in: 0..<voice.endings.count, using: &random)]
            return "\(begin) \(middle) \(end)\(Bool.random(using: &random) ? "." : "!")"
        }
    }

    private mutating func date() -> Date {
        end.addingTimeInterval(-Double(Int.random(in: 1..<28 * 86_400, using: &random)))
    }

    private static func rfc822(_ date: Date) -> String {
        let format = Date.VerbatimFormatStyle(
            format: """
                \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \
                \(year: .defaultDigits) \
                \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\
                \(minute: .twoDigits):\(second: .twoDigits) +0000
                """,
            locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
            calendar: Calendar(identifier: .gregorian))
        return date.formatted(format)
    }
}

/// Parts of sentences in one language.
private struct Voice {
    let language: String
    let subjects: [String]
    let verbs: [String]
    let endings: [String]

    static let all = [
        Voice(
            language: "pl",
            subjects: [
                "Od rana Zefirnet", "Mój sąsiad z trzeciego piętra", "Obsługa w Kawce",
                "Nowy rozkład jazdy", "Rada dzielnicy", "W sobotę Baltfon", "Stary router",
                "Zespół festiwalu", "Pani z okienka", "Remont mostu", "Kolejka do lekarza",
                "Sklep na rogu",
            ],
            verbs: [
                "znowu nie działa", "bardzo miło zaskoczył", "kompletnie zawiódł",
                "obiecuje poprawę", "otworzył się na nowo", "przenosi się", "podnosi ceny",
                "ruszył bez opóźnień", "odpowiada na pytania", "czeka na decyzję",
            ],
            endings: [
                "i nikt nie odbiera telefonu", "co cieszy mieszkańców Gdańska",
                "mimo wcześniejszych zapowiedzi", "w całej okolicy", "za trzydzieści złotych",
                "przed końcem listopada", "jak zwykle w deszczu", "a miało być pięknie",
            ]),
        Voice(
            language: "lv",
            subjects: [
                "Šorīt Zefirnets", "Mans kaimiņš no Purvciema", "Kafejnīcas Kawka darbinieki",
                "Jaunais autobusu saraksts", "Rīgas dome", "Baltfona internets",
                "Vecais maršrutētājs", "Koncerta rīkotāji", "Kasiere veikalā", "Tilta remonts",
            ],
            verbs: [
                "atkal nestrādā", "patīkami pārsteidza", "pilnīgi pievīla", "sola uzlabojumus",
                "atvērās no jauna", "pārceļas", "paceļ cenas", "sākās laikā",
                "atbild uz jautājumiem", "gaida lēmumu",
            ],
            endings: [
                "un neviens neatbild", "kas priecē rīdziniekus", "neskatoties uz solījumiem",
                "visā apkaimē", "par trīsdesmit eiro", "līdz novembra beigām",
                "kā vienmēr lietū", "bet bija jābūt skaisti",
            ]),
        Voice(
            language: "en",
            subjects: [
                "This morning Zefirnet", "My neighbour upstairs", "The barista at Kawka",
                "The new timetable", "The city council", "Baltfon support", "An old router",
                "The festival crew", "The lady at the counter", "The bridge repair",
            ],
            verbs: [
                "is down again", "was a lovely surprise", "let everybody down",
                "promises to do better", "opened its doors", "is moving", "raised its prices",
                "started on time", "answers questions", "is waiting for a decision",
            ],
            endings: [
                "and nobody picks up the phone", "which pleases the locals",
                "despite what was said", "all over town", "for thirty euros",
                "before the end of November", "in the rain as usual", "when it should be easy",
            ]),
    ]
}
