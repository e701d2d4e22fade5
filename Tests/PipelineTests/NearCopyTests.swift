import Learning
import Pipeline
import Testing

struct NearCopyTests {
    /// Each release stands as two portals print it, with a word of their own at the end.
    private static let texts = (0..<40).flatMap { number in
        ["portal", "gazeta"].map { printer in
            (0..<40).map { "slowo\(number)x\($0)" }.joined(separator: " ") + " " + printer
        }
    }

    /// Looks at what is learnt from while texts are judged.
    private struct Witness: Training {
        let texts: [String]
        var setNumbers: [Int] { texts.map { _ in 0 } }
        var emptyResults: [TrainingResult] { [] }

        func learnt(from texts: [Int]) -> Set<Int> { Set(texts) }

        func judge(_ texts: [Int], with learnt: Set<Int>?, into results: inout [TrainingResult]) {
            for text in texts {
                #expect(learnt?.contains(text) == false)
                #expect(learnt?.contains(text ^ 1) == false)
            }
        }
    }

    @Test func `no text is judged by what was learnt from a near-copy of it`() {
        #expect(Witness(texts: Self.texts).crossValidation().isEmpty)
    }
}
