import Classifying
import Foundation
import Model
import TestSupport
import Tokenizing

extension Classifier {
    /// Small lexicons, a few categories and routes, four invented brands.
    static let sample = Classifier(rules: .sample)

    /// - Parameter language: As a publisher would state it: the tests of tone are not about guessing.
    func tags(_ text: String, title: String? = nil, language: LanguageCode? = nil) -> Tags {
        let entry = EntryText(title: title, text: text, language: language)
        return tags(
            for: entry, title: Words(of: title ?? ""), text: Words(of: text),
            mentions: Mention.all(in: entry))
    }

    func sentiment(_ text: String, _ language: LanguageCode) -> Sentiment {
        tags(text, language: language).sentiment
    }

    /// The keywords as the evidence lists them: term, `!` where negated, weight.
    func weights(_ text: String, _ language: LanguageCode = .english) -> [String] {
        sentiment(text, language).evidence.map {
            "\($0.term)\($0.isNegated ? "!" : "") \($0.weight)"
        }
    }

    /// What the keywords weigh for the first brand named.
    func brandWeights(_ text: String, title: String? = nil, _ language: LanguageCode = .english)
        -> [Double]
    {
        tags(text, title: title, language: language).mentions.first?.sentiment.evidence
            .map(\.weight) ?? []
    }

    /// Brand and label, in the order of the first mentions.
    func brandTones(_ text: String, _ language: LanguageCode) -> String {
        brandLabels(text, language).joined(separator: ", ")
    }

    /// The same, each by itself.
    func brandLabels(_ text: String, _ language: LanguageCode) -> [String] {
        var seen: [Brand.ID] = []
        return tags(text, language: language).mentions.compactMap { tagged -> String? in
            guard !seen.contains(tagged.mention.brand) else { return nil }
            seen.append(tagged.mention.brand)
            return "\(tagged.mention.brand) \(tagged.sentiment.label.rawValue)"
        }
    }

    func detectedLanguage(of text: String, stated: LanguageCode? = nil) -> DetectedLanguage {
        language(
            of: EntryText(text: text, language: stated), title: Words(of: ""),
            text: Words(of: text))
    }

    func nearMisses(_ text: String) -> [NearMiss] {
        let entry = EntryText(text: text, language: .english)
        return nearMisses(
            for: entry, title: Words(of: ""), text: Words(of: text),
            mentions: Mention.all(in: entry))
    }
}

extension Sentiment {
    /// The keyword that weighs most.
    var decidingTerm: String? {
        evidence.max { $0.weight.magnitude < $1.weight.magnitude }?.term
    }
}

extension Mention {
    private static let stems: [(stem: String, brand: Brand.ID)] = [
        ("zefirnet", "zefirnet"), ("baltfon", "baltfon"), ("kawk", "kawka"), ("kawc", "kawka"),
        ("ziarenk", "ziarenko"),
    ]

    /// The sample brands named, in any of their forms, title first.
    static func all(in entry: EntryText) -> [Mention] {
        TextField.allCases.flatMap { field in
            let words = Words(of: entry.string(of: field))
            return words.indices.compactMap { index -> Mention? in
                let folded = words.folded(index).drop { $0 == "@" }
                return stems.first { folded.hasPrefix($0.stem) }.map {
                    Mention(
                        brand: $0.brand, form: words.string(index..<index + 1), field: field,
                        range: words[index].range)
                }
            }
        }
    }
}

extension Lexicon {
    /// - Parameter lines: `term=weight`, `term=role` or `term=weight=note`, parted by commas.
    init(_ language: LanguageCode, _ lines: String) {
        let entries = lines.split(whereSeparator: { ",\n".contains($0) }).compactMap {
            line -> LexiconEntry? in
            let parts = line.split(separator: "=").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard [2, 3].contains(parts.count), let role = LexiconEntry.Role(sample: parts[1])
            else { return nil }
            return LexiconEntry(
                term: parts[0], role: role, note: parts.count == 3 ? parts[2] : nil,
                place: .sample)
        }
        self.init(language: language, entries: entries)
    }
}

extension LexiconEntry.Role {
    fileprivate init?(sample: String) {
        switch sample {
        case "negator": self = .negator
        case "contrast": self = .contrast
        case "wish": self = .wish
        default:
            if sample.hasPrefix("*"), let factor = Double(sample.dropFirst()) {
                self = .modifier(factor)
            } else if let weight = Double(sample) {
                self = .weight(weight)
            } else {
                return nil
            }
        }
    }
}
