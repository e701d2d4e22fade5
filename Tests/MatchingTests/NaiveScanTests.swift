import Foundation
import Matching
import Model
import TestSupport
import Testing
import Tokenizing

/// What the matcher finds in one pass, found again by trying every form at every word.
struct NaiveScanTests {
    @Test(arguments: 0..<300)
    func `the matcher finds what a naive scan finds`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let brands = randomBrands(&random)
        let text = RandomText(&random)
        let expected = NaiveScan(brands: brands).mentions(in: text)
        let mentions = MentionMatcher(brands: brands).mentions(in: EntryText(text: text.string))
        #expect(mentions == expected)
    }

    @Test(arguments: 0..<300)
    func `what a look at the bytes rules out has no name in it`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let brands = Array(randomBrands(&random).prefix(2))
        let matcher = MentionMatcher(brands: brands)
        let entry = EntryText(text: RandomText(&random).string)
        let words = Words(of: entry.text)
        let findings = matcher.findings(inWordsOf: entry, title: Words(of: ""), text: words)
        #expect(matcher.mayFind(in: entry) || findings.isEmpty)
        #expect(matcher.findings(in: entry) == findings)
    }

    @Test(arguments: 0..<100)
    func `ranges slice the text to the form`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let brands = randomBrands(&random)
        let text = RandomText(&random).string
        let scalars = Array(text.unicodeScalars)
        for finding in MentionMatcher(brands: brands).findings(in: EntryText(text: text)) {
            var slice = String.UnicodeScalarView()
            slice.append(contentsOf: scalars[finding.mention.range])
            #expect(String(slice).unicodeScalars.elementsEqual(finding.mention.form.unicodeScalars))
        }
    }

    private func randomBrands(_ random: inout SeededGenerator) -> [Brand] {
        (0..<Int.random(in: 1...12, using: &random)).map { number in
            let names = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                (0..<Int.random(in: 1...3, using: &random)).map { _ in
                    RandomText.words.randomElement(using: &random) ?? ""
                }.joined(separator: [" ", "-"].randomElement(using: &random) ?? " ")
            }
            return Brand(
                id: Brand.ID("brand-\(number % 9)-\(number)"), name: "", names: names,
                inflections: [[], [.polish], [.latvian]].randomElement(using: &random) ?? [],
                isFoundWithoutAccents: Bool.random(using: &random), place: .sample)
        }
    }
}

/// A text put together from words, so that it is known where each stands.
private struct RandomText {
    struct Word {
        let folded: String
        let range: Range<Int>
        /// What stands between it and the word before.
        let joint: String
    }

    static let words = [
        "Kawka", "Kawki", "kawce", "Zefirnet", "ZEFIRNECIE", "z\u{301}le", "Źle", "Žagars",
        "Z\u{30C}agara",
        "ķekars", "Orzech", "orzechu", "Orzechowi", "łąka", "Łąka", "Łące", "ā", "a", "e\u{301}",
        "5G", "Nova",
        "Nova\u{301}", "Maksa", "Maksā",
    ]
    /// With these between, words are side by side; with the close ones, they touch.
    static let closeJoints = ["-", "’"]
    static let joints = closeJoints + [" ", "  ", "\n", "\u{A0}", "\t"]
    private static let breaks = [", ", ". ", "! ", " 👍🏽 ", " 👩‍👩‍👧 ", "/", " & ", " 🇱🇻", "…", " _", "_ "]

    let string: String
    let words: [Word]

    init(_ random: inout SeededGenerator) {
        var text = ""
        var words: [Word] = []
        for _ in 0..<Int.random(in: 0...60, using: &random) {
            let joints = Int.random(in: 0..<4, using: &random) > 0 ? Self.joints : Self.breaks
            let joint = text.isEmpty ? "" : joints.randomElement(using: &random) ?? " "
            text += joint
            let word = Self.words.randomElement(using: &random) ?? "a"
            let start = text.unicodeScalars.count
            text += word
            words.append(
                Word(
                    folded: word.lowercased().precomposedStringWithCanonicalMapping,
                    range: start..<text.unicodeScalars.count, joint: joint))
        }
        string = text
        self.words = words
    }
}

private struct NaiveScan {
    let brands: [Brand]

    private static let ownLetters = Set("ąćęłńóśźżāčēģīķļņšūž".map { String($0) })

    /// The names above without their accents, and without foreign ones alone; none of short names,
    /// which keep them.
    private func spellings(of form: String) -> [String] {
        guard form.count > 3 else { return [] }
        let foreign = form.map { letter in
            Self.ownLetters.contains(letter.lowercased())
                ? String(letter) : unaccented(String(letter))
        }
        return [unaccented(form), foreign.joined()]
    }

    private func unaccented(_ form: String) -> String {
        form.folding(options: .diacriticInsensitive, locale: nil)
            .replacing("ł", with: "l").replacing("Ł", with: "L")
    }

    func mentions(in text: RandomText) -> [Mention] {
        var found: [(brand: Brand.ID, words: Range<Int>, isListed: Bool)] = []
        for brand in brands {
            let forms = brand.names.flatMap { name in
                [name] + brand.inflections.flatMap { Inflector.forms(of: name, $0).map(\.form) }
            }
            let plain = brand.isFoundWithoutAccents ? forms.flatMap(spellings) : []
            for form in forms { found += places(of: form, in: text).map { (brand.id, $0, true) } }
            for form in plain { found += places(of: form, in: text).map { (brand.id, $0, false) } }
        }
        found.sort {
            (-$0.words.count, $0.words.lowerBound, $0.isListed ? 0 : 1, $0.brand)
                < (-$1.words.count, $1.words.lowerBound, $1.isListed ? 0 : 1, $1.brand)
        }
        var counted: [(brand: Brand.ID, words: Range<Int>, isListed: Bool)] = []
        for place in found where !counted.contains(where: { $0.words.overlaps(place.words) }) {
            counted.append(place)
        }
        return counted.sorted { $0.words.lowerBound < $1.words.lowerBound }.map {
            mention(of: $0.brand, at: $0.words, in: text)
        }
    }

    private func places(of form: String, in text: RandomText) -> [Range<Int>] {
        let folded = form.lowercased().precomposedStringWithCanonicalMapping
        let parts = folded.split { " -'".contains($0) }
        let joints = folded.filter { " -'".contains($0) }.map {
            $0 == "'" ? RandomText.closeJoints : RandomText.joints
        }
        return text.words.indices.map { $0..<$0 + parts.count }.filter { place in
            place.upperBound <= text.words.count
                && zip(text.words[place], parts).allSatisfy { $0.folded == $1 }
                && zip(text.words[place].dropFirst(), joints).allSatisfy { $1.contains($0.joint) }
        }
    }

    private func mention(of brand: Brand.ID, at words: Range<Int>, in text: RandomText) -> Mention {
        let range =
            text.words[words.lowerBound].range
            .lowerBound..<text.words[words.upperBound - 1].range.upperBound
        var form = String.UnicodeScalarView()
        form.append(
            contentsOf: text.string.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count))
        return Mention(brand: brand, form: String(form), range: range)
    }
}
