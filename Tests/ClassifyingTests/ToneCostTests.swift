import Classifying
import Model
import TestSupport
import Testing
import Tokenizing

/// A text takes as long to tag as its length asks, whatever stands in it.
struct ToneCostTests {
    @Test(arguments: [
        "Great, terrible awful delay today. ", "great ", "Great, bad ", "great. bad ",
        "not, so, good ",
        "Zefirnet good Kawka bad ", "better than Zefirnet ", "unlike Kawka, ",
        "Zefirnet beats Kawka ", "never again, Kawka ", "Going back to Kawka after a year ",
        "regret switching to Kawka ", "Is Kawka open? ", "looking for a good Kawka ",
        "as good as Kawka ", "better than Kawka hard to find ", "I'd rather good than Kawka ",
        "👍 ", "if only Kawka > ", "\n> if only Kawka could ", "“Bad,” Kawka said. ",
        "bad, said Kawka, ", "“I”, said Kawka bad ", "Kawka has said ",
    ])
    func `tone grows no faster than the text`(piece: String) {
        #expect(
            ProcessorTime.growsEvenly(from: 100) { count in
                _ = Classifier.sample.tags(
                    String(repeating: piece, count: count), language: .english)
            })
    }

    @Test(arguments: [
        "„Źle” – mówi prezes Kawki. ", "źle, podała Kawka, ", "Kawka podała, że źle ",
        "- źle - podała Kawka, ", "według Kawki źle ", "- podała, Kawka, ", "Kawka w piątek ",
    ])
    func `tone in Polish reports grows no faster than the text`(piece: String) {
        #expect(
            ProcessorTime.growsEvenly(from: 100) { count in
                _ = Classifier.sample.tags(
                    String(repeating: piece, count: count), language: .polish)
            })
    }

    @Test(arguments: [
        ("What if it is ", "bad ", "?"), ("No Kawka, ", "has no better than ", "."),
        ("A terrible awful delay today. ", "👍 ", "Kawka"), ("Bad, bad ", "bad, said Kawka ", "."),
    ])
    func `tone grows no faster than one sentence`(before: String, piece: String, after: String) {
        #expect(
            ProcessorTime.growsEvenly(from: 100) { count in
                _ = Classifier.sample.tags(
                    before + String(repeating: piece, count: count) + after, language: .english)
            })
    }
}
