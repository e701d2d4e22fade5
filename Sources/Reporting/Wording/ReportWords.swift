import Foundation
import Model

/// Every sentence that reports say, in one language.
///
/// Words that only a page shows are in `PageWords`. Names of brands come from the rules and stand
/// in Polish and Latvian sentences where no case ending is due: `Kawka: 41 wzmianek`.
struct ReportWords: Sendable {
    let language: ReportLanguage

    init(_ language: ReportLanguage) {
        self.language = language
    }

    /// The length of a period, as it is spoken of.
    enum Span: Sendable {
        case hour, day, week, month, other

        init(_ period: Digest.Scope.Period, seconds: Double) {
            switch period {
            case .hour: self = .hour
            case .month: self = .month
            case .day, .week, .span: self.init(seconds: seconds)
            }
        }

        /// A day has 23 to 25 hours, since the clocks change, and the starts of runs differ by up to
        /// half an hour.
        init(seconds: Double) {
            let hours = seconds / 3600
            if (22.5...25.5).contains(hours) {
                self = .day
            } else if (166.5...169.5).contains(hours) {
                self = .week
            } else {
                self = .other
            }
        }
    }

    func pick(_ english: String, _ polish: String, _ latvian: String) -> String {
        language.picking(english, polish, latvian)
    }

    // MARK: Numbers

    /// `1,204`; in Polish and Latvian `1204` and `12 040`, as CLDR groups them there.
    func number(_ number: Int) -> String {
        (number < 0 ? "−" : "") + grouped(String(abs(number)))
    }

    /// `1,741.9`; in Polish and Latvian `1741,9`.
    ///
    /// Half is rounded away from zero.
    func number(_ value: Double, decimals: Int) -> String {
        let text = abs(value).text(decimals: decimals)
        let isNegative = value < 0 && text.contains { $0 != "0" && $0 != "." }
        let parts = text.split(separator: ".").map(String.init)
        return (isNegative ? "−" : "")
            + ([grouped(parts[0])] + parts.dropFirst()).joined(separator: pick(".", ",", ","))
    }

    private func grouped(_ digits: String) -> String {
        let (separator, shortest) = language.picking((",", 4), ("\u{a0}", 5), ("\u{a0}", 5))
        var digits = digits
        var groups: [String] = []
        if digits.count >= shortest {
            while digits.count > 3 {
                groups.insert(String(digits.suffix(3)), at: 0)
                digits.removeLast(3)
            }
        }
        return ([digits] + groups).joined(separator: separator)
    }

    /// `+0.25`, `−0.25`, `0.00`.
    func signed(_ value: Double) -> String {
        let text = number(value, decimals: 2)
        return value > 0 && text.contains { ("1"..."9").contains($0) } ? "+" + text : text
    }

    /// `85%`, and in tenths below ten: `9.1%`.
    func percent(_ share: Double) -> String {
        let percent = share * 100
        let isBelowTen = percent > 0 && percent.rounded(decimals: 1) < 10
        return number(percent, decimals: isBelowTen ? 1 : 0) + "%"
    }

    /// `85.2%`: one of the shares that a whole is divided into.
    ///
    /// All of them are rounded to tenths, so that shares beside each other add up to the whole, but for
    /// half a tenth each: three thirds make 99.9%.
    func percentOfWhole(_ share: Double) -> String {
        share == 0 || share == 1 ? percent(share) : number(share * 100, decimals: 1) + "%"
    }

    // MARK: Counted things

    func mentions(_ count: Int) -> String {
        counted(
            count, ["mention", "mentions"], ["wzmianka", "wzmianki", "wzmianek"],
            ["pieminējums", "pieminējumi", "pieminējumu"])
    }

    func stories(_ count: Int) -> String {
        counted(
            count, ["story", "stories"], ["historia", "historie", "historii"],
            ["stāsts", "stāsti", "stāstu"])
    }

    /// Entries, as readers call them.
    func posts(_ count: Int) -> String {
        counted(
            count, ["post", "posts"], ["wpis", "wpisy", "wpisów"],
            ["ieraksts", "ieraksti", "ierakstu"])
    }

    func feeds(_ count: Int) -> String {
        counted(
            count, ["feed", "feeds"], ["kanał", "kanały", "kanałów"],
            ["plūsma", "plūsmas", "plūsmu"])
    }

    /// - Parameters:
    ///   - english: singular, plural.
    ///   - polish: the forms after 1, 2 and 5.
    ///   - latvian: the forms after 1, 2 and 10; after 1 and 2 where no genitive is due after 10, as
    ///     of adjectives that stand alone and in other cases than the nominative and the accusative.
    func counted(
        _ count: Int, _ english: [String], _ polish: [String], _ latvian: [String]
    ) -> String {
        let forms = language.picking(english, polish, latvian)
        precondition(
            language.picking(2...2, 3...3, 2...3).contains(forms.count), "a form for each plural")
        let form = language.form(
            count, one: forms[0], few: forms[1], many: forms[forms.count - 1])
        return "\(number(count)) \(form)"
    }

    /// The form of a Latvian noun that goes with a number told in tenths: as with a whole number by
    /// the last digit, `2,1 reizi`, `2,0 reizes` and `10,0 reižu` (Unicode CLDR, plural rules for
    /// cardinals).
    func form(withTenths value: Double, one: String, few: String, many: String) -> String {
        let parts = number(value, decimals: 1).split(separator: pick(".", ",", ","))
        let digits = parts.last == "0" ? parts.first : parts.last
        let last = digits.flatMap { Int($0.suffix(2)) } ?? 0
        return language.form(last, one: one, few: few, many: many)
    }

    /// `41 times (27 stories)`; in Polish and Latvian `41 wzmianek (27 historii)`.
    func times(_ counts: Counts) -> String {
        let times =
            switch (language, counts.mentions) {
            case (.english, 1): "once"
            case (.english, 2): "twice"
            case (.english, _): "\(number(counts.mentions)) times"
            case (.polish, _), (.latvian, _): mentions(counts.mentions)
            }
        return counts.mentions < 2 ? times : "\(times) (\(stories(counts.stories)))"
    }

    /// `53 posts with 63 mentions of a brand`: two different counts, neither of which counts a post
    /// twice for the same thing.
    func posts(_ posts: Counts, mentions: Int) -> String {
        guard posts != .zero else {
            return pick(
                "no post names a brand", "ani jednego wpisu o markach",
                "neviena ieraksta par zīmoliem")
        }
        let isOne = posts.mentions == 1
        let (posts, mentions) = (self.posts(posts.mentions), self.mentions(mentions))
        return pick(
            "\(posts) with \(mentions) of a brand",
            "\(posts), w \(isOne ? "nim" : "nich") \(mentions) o markach",
            "\(posts), \(isOne ? "tajā" : "tajos") \(mentions)")
    }

    /// `Kawka, Zefirnet and Baltfon`.
    func list(_ items: [String], and word: String? = nil) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let word = word ?? pick("and", "i", "un")
        return items.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    func quoted(_ text: String) -> String {
        pick("“\(text)”", "„\(text)”", "„\(text)”")
    }

    func capitalized(_ sentence: String) -> String {
        sentence.prefix(1).uppercased() + sentence.dropFirst()
    }

    func language(_ code: LanguageCode) -> String {
        switch code {
        case .english: pick("English", "angielski", "angļu")
        case .polish: pick("Polish", "polski", "poļu")
        case .latvian: pick("Latvian", "łotewski", "latviešu")
        case .undetermined:
            pick("Language not clear", "język nieustalony", "valoda nav noteikta")
        default:
            Self.otherLanguages[code.rawValue].map { pick($0.english, $0.polish, $0.latvian) }
                ?? code.rawValue
        }
    }

    // MARK: - Private

    /// Languages that texts are told to be in besides those of reports.
    private static let otherLanguages:
        [String: (english: String, polish: String, latvian: String)] =
            [
                "be": ("Belarusian", "białoruski", "baltkrievu"), "cs": ("Czech", "czeski", "čehu"),
                "da": ("Danish", "duński", "dāņu"), "de": ("German", "niemiecki", "vācu"),
                "es": ("Spanish", "hiszpański", "spāņu"), "et": ("Estonian", "estoński", "igauņu"),
                "fi": ("Finnish", "fiński", "somu"), "fr": ("French", "francuski", "franču"),
                "it": ("Italian", "włoski", "itāļu"),
                "lt": ("Lithuanian", "litewski", "lietuviešu"),
                "nl": ("Dutch", "niderlandzki", "nīderlandiešu"),
                "ru": ("Russian", "rosyjski", "krievu"), "sk": ("Slovak", "słowacki", "slovāku"),
                "sv": ("Swedish", "szwedzki", "zviedru"),
                "uk": ("Ukrainian", "ukraiński", "ukraiņu"),
            ]
}
