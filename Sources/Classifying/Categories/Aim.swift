import Model
import Tokenizing

/// Whom an entry blames or praises: who is spoken to, or of whom the writer tells.
struct Aim {
    let reading: Reading
    /// The name, or the handle.
    let words: Range<Int>
    let isSpokenTo: Bool

    var name: String { reading.words.string(words) }

    func reason(ofBlame isBlame: Bool) -> EvidenceReason {
        if isSpokenTo { return isBlame ? .blame(saidTo: name) : .praise(saidTo: name) }
        return isBlame ? .blameTold(of: name) : .praiseTold(of: name)
    }
}
