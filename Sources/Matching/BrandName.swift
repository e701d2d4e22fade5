import Model
import Tokenizing

/// One form of one name of a brand, ready to be looked for.
struct BrandName: Sendable {
    let pattern: TermPattern
    /// The words in their own case, one for each step of the pattern; none for a brand whose case does
    /// not matter.
    private let written: [String]

    /// Every form of every name of a brand that is not struck, each once.
    static func all(of brand: Brand) -> [BrandName] {
        BrandForm.all(of: brand).filter { !$0.isStruck }.map {
            BrandName($0, keepsCase: brand.isCaseSensitive)
        }
    }

    init(_ form: BrandForm, keepsCase: Bool = false) {
        self.init(form.form, of: form.name, keepsCase: keepsCase)
    }

    /// Whether the words carry the capitals of the name, or are in capitals throughout.
    func isInCase(_ words: Words, _ range: Range<Int>) -> Bool {
        zip(places(words, range), zip(pattern.steps, written)).allSatisfy { index, part in
            let (step, name) = part
            let found = words.written(index)
            return step.isStem
                ? found.hasPrefix(name) || found.hasPrefix(name.uppercased())
                : found == name || found == name.uppercased()
        }
    }

    /// Whether the words carry the capitals of the name; of a brand whose case does not matter they do.
    func isAsWritten(_ words: Words, _ range: Range<Int>) -> Bool {
        zip(places(words, range), zip(pattern.steps, written)).allSatisfy { index, part in
            let (step, name) = part
            let found = words.written(index)
            return step.isStem ? found.hasPrefix(name) : found == name
        }
    }

    // MARK: - Private

    /// Where the steps of the pattern are: a quotation mark between them is none.
    private func places(_ words: Words, _ range: Range<Int>) -> [Int] {
        guard range.count > pattern.steps.count else { return Array(range) }
        return range.filter { words[$0].kind != .mark }
    }

    private init(_ form: String, of name: String, keepsCase: Bool) {
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
