import Foundation
import Matching
import Model

/// How the rules of a brand may read its name.
enum EntityMode: String, CaseIterable, Encodable {
    case plain
    case caseSensitive = "case-sensitive"
    case standalone = "case-s., standalone"
    case strict
    case strictStandalone = "strict, standalone"

    func brand(_ name: String, _ number: Int) -> Brand {
        Brand(
            id: Brand.ID(String(number)), name: name, names: [name],
            isCaseSensitive: self != .plain,
            isStrictOnCase: self == .strict || self == .strictStandalone,
            isStandalone: self == .standalone || self == .strictStandalone,
            place: FileLocation(file: "data"))
    }
}

/// How many mentions one mode finds, and how many of them are of organisations.
struct EntityMeasurement: Encodable {
    let set: String
    let mode: EntityMode
    let names: Int
    /// Places of these names where the annotators saw an organisation.
    let organizations: Int
    /// Mentions found where they judged.
    let mentions: Int
    /// Mentions that are organisations.
    let right: Int

    static let heading =
        "set              mode                names  orgs  found  right  precision  recall    F1"

    init(_ texts: [EntityText], of set: String, mode: EntityMode) {
        let written = Self.namesAsWritten(in: texts)
        let names = written.keys.sorted()
        let matcher = MentionMatcher(
            brands: names.enumerated().map { mode.brand(written[$1] ?? $1, $0) })
        var (organizations, mentions, right) = (0, 0, 0)
        for text in texts {
            let places = text.places.filter { written[$0.name] != nil }
            organizations += places.count(where: \.isOrganization)
            for mention in matcher.mentions(in: EntryText(text: text.text)) {
                guard let number = Int(mention.brand.value) else { continue }
                let place = places.first {
                    $0.name == names[number] && $0.range == mention.range
                }
                guard place != nil || text.isComplete else { continue }
                mentions += 1
                right += place?.isOrganization == true ? 1 : 0
            }
        }
        self.set = set
        self.mode = mode
        self.names = names.count
        (self.organizations, self.mentions, self.right) = (organizations, mentions, right)
    }

    var line: String {
        let precision = Double(right) / Double(max(1, mentions))
        let recall = Double(right) / Double(max(1, organizations))
        let f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall)
        return set.padding(toLength: 17, withPad: " ", startingAt: 0)
            + mode.rawValue.padding(toLength: 20, withPad: " ", startingAt: 0)
            + String(
                format: "%5d %5d %6d %6d %8.1f %% %6.1f %% %6.3f", names, organizations, mentions,
                right, 100 * precision, 100 * recall, f1)
    }

    // MARK: - Private

    /// Names of one word that are an organisation twice at least, as the organisation is most often
    /// written: whoever writes the rules knows that.
    private static func namesAsWritten(in texts: [EntityText]) -> [String: String] {
        var spellings: [String: [String: Int]] = [:]
        for text in texts {
            let scalars = Array(text.text.unicodeScalars)
            for place in text.places
            where place.isOrganization && place.name.allSatisfy({ $0.isLetter || $0.isNumber }) {
                var spelling = String.UnicodeScalarView()
                spelling.append(contentsOf: scalars[place.range])
                spellings[place.name, default: [:]][String(spelling), default: 0] += 1
            }
        }
        return spellings.filter { $0.value.values.reduce(0, +) > 1 }.compactMapValues { counts in
            counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        }
    }
}
