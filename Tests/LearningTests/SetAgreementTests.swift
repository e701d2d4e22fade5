import Learning
import Model
import Testing

struct SetAgreementTests {
    @Test func `sets that agree on a word are trusted more, those that do not less`() {
        func learnt(agreementPower: Double) -> LearntTone {
            let texts: [(String, LabelledText.Label)] = [
                ("chrupka bułka", .positive), ("zimna bułka", .negative),
                ("plan zebrania", .neutral),
            ]
            let examples = (0..<40).flatMap { number in
                texts.map { text, label in
                    // One of the sets has more praise of it than the other has blame.
                    let isWavering =
                        number % 2 == 0 ? label == .positive : label == .negative && number % 4 == 1
                    return Example(
                        text + (isWavering ? " znowu" : ""), label, set: number % 2)
                }
            }
            var settings = ToneLearner.Settings(language: .polish)
            settings.penalty = 3
            settings.mostShare = 1
            settings.agreementPower = agreementPower
            return ToneLearner(language: .polish, fixed: [], settings: settings)
                .learntTone(from: examples)
        }
        let (all, agreed) = (learnt(agreementPower: 0), learnt(agreementPower: 1.5))
        func share(_ tone: LearntTone) -> Double {
            tone.weights("znowu").praise / tone.weights("chrupka").praise
        }
        #expect(share(all) > 0)
        #expect(share(agreed) < share(all))
    }

    /// In the first set "nowa" and "mila" stand side by side, and only "nowa" in the plain one.
    @Test func `a set of plain texts agrees on no word with another`() {
        let words: [(String, LabelledText.Label)] = [
            ("chrupka bułka", .positive), ("zimna bułka", .negative), ("plan zebrania", .neutral),
        ]
        let telling = (0..<40).flatMap { number in
            words.map { text, label in
                let isFirst = number % 2 == 0
                let isWavering =
                    isFirst ? label == .positive : label == .negative && number % 4 == 1
                return Example(
                    (isFirst && label == .positive ? "nowa, mila, " : "") + text
                        + (isWavering ? " znowu, wtedy, jutro, potem" : ""), label, set: number % 2)
            }
        }
        let plain = (0..<10).map { number in
            Example(number == 0 ? "plan nowa" : "plan dnia", .neutral, set: 2)
        }
        var settings = ToneLearner.Settings(language: .polish)
        settings.penalty = 3
        settings.mostShare = 1
        let learnt = ToneLearner(language: .polish, fixed: [], settings: settings)
            .learntTone(from: telling + plain)
        #expect(learnt.weights("mila").praise > 0.25)
        #expect(learnt.weights("nowa").praise < learnt.weights("mila").praise)
    }
}
