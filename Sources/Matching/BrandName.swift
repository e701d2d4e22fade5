import Model
import Tokenizing

/// One form of one name of a brand, ready to be looked for.
struct BrandName: Sendable {
    let pattern: TermPattern
    /// The words in their own case, one for each step of the pattern; none for a brand whose case does
    /// not matter.
    private let written: [String]
    let kind: Kind

    /// Whether it is found wherever it stands.
    enum Kind: UInt8 {
        case plain
        /// As of `BrandForm.lacksAccents`: found as well, but a brand that lists it goes before.
        case respelled
        /// Several words as one, which the rules do not list: `ZielonyNet`.
        case joined
        /// As of `BrandForm.asksForCapitals`.
        case inCapitals
    }

    /// Every form of every name of a brand that is not struck, each once, and those of several words as one.
    static func all(of brand: Brand) -> [BrandName] {
        all(of: brand, forms: BrandForm.all(of: brand))
    }

    /// - Parameter forms: All of the brand.
    static func all(of brand: Brand, forms: [BrandForm]) -> [BrandName] {
        let keepsCase = brand.isCaseSensitive
        let joined = BrandForm.joined(of: brand, among: forms)
        return forms.filter { !$0.isStruck }.map { BrandName($0, keepsCase: keepsCase) }
            + joined.map { BrandName($0.form, of: $0.form, keepsCase: keepsCase, .joined) }
    }

    init(_ form: BrandForm, keepsCase: Bool = false) {
        if form.asksForCapitals {
            self.init(form.form, of: form.form, keepsCase: keepsCase, .inCapitals)
        } else {
            self.init(
                form.form, of: form.name, keepsCase: keepsCase,
                form.lacksAccents ? .respelled : .plain)
        }
    }

    /// Whether the words carry the capitals of the name, or are in capitals throughout.
    func isInCase(_ words: Words, _ place: NameMatch) -> Bool {
        zip(places(words, place.words), zip(pattern.steps, written)).allSatisfy { index, part in
            let (step, name) = part
            let found = place.writing.name(in: words.written(index))
            return step.isStem
                ? found.hasPrefix(name) || found.hasPrefix(name.uppercased())
                : found == name || found == name.uppercased()
        }
    }

    /// Whether the words carry the capitals of the name; of a brand whose case does not matter they do.
    func isAsWritten(_ words: Words, _ place: NameMatch) -> Bool {
        zip(places(words, place.words), zip(pattern.steps, written)).allSatisfy { index, part in
            let (step, name) = part
            let found = place.writing.name(in: words.written(index))
            return step.isStem ? found.hasPrefix(name) : found == name
        }
    }

    // MARK: - Private

    /// Where the steps of the pattern are: a quotation mark between them is none, unlike a mark of the
    /// name's own, as in `Hotel „Z&K”`.
    private func places(_ words: Words, _ range: Range<Int>) -> [Int] {
        guard range.count > pattern.steps.count else { return Array(range) }
        var places: [Int] = []
        for index in range where places.count < pattern.steps.count {
            let isOfName =
                words[index].kind != .mark
                || words.folded(index).utf8.elementsEqual(pattern.steps[places.count].folded)
            if isOfName { places.append(index) }
        }
        return places
    }

    private init(_ form: String, of name: String, keepsCase: Bool, _ kind: Kind) {
        self.kind = kind
        let words = Words(of: form)
        pattern = TermPattern(words, closeFrom: Self.start(ofEnding: words, of: name))
        guard keepsCase else {
            written = []
            return
        }
        let isStem = form.contains("*") && pattern.steps.count < words.count
        written = words.indices.map { words.written($0) }.filter { !isStem || $0 != "*" }
    }

    /// The index of an ending that is set off as a word of its own, as in `ZKP-u`.
    private static func start(ofEnding form: Words, of name: String) -> Int {
        guard form.count > 1 else { return .max }
        let name = Words(of: name)
        guard form.count > name.count else { return .max }
        return form.indices.first { index in
            index >= name.count || form.folded(index) != name.folded(index)
        } ?? .max
    }
}
