/// A word that a page uses, and what it means there.
struct Definition: Sendable {
    let defined: String
    let definition: String
}

extension PageWords {
    /// What the figures of a digest mean.
    var digestMethod: [Definition] {
        common + [
            Definition(
                defined: "Alerts",
                definition: "With b the larger of the counts of the period before and of the same "
                    + "weekday: from max(5, b + 3·√max(b, 1)) mentions."),
            Definition(
                defined: "Needs an answer",
                definition: "Mentions of own brands of high or critical severity, and questions, "
                    + "complaints, technical issues, people about to leave or to buy. One for each "
                    + "story. Time runs in the team’s business hours from when we heard it."),
        ]
    }

    /// What the figures of a trend report mean.
    var trendsMethod: [Definition] {
        common + [
            Definition(
                defined: "Usual",
                definition: "The median of the same weekday in the eight weeks before, where there "
                    + "are four; else of up to fourteen days before, where there are seven. The "
                    + "deviation is 1.4826 × the median absolute deviation, at least √median."),
            Definition(
                defined: "Spike, drop",
                definition: "More than three deviations above the median and five mentions at "
                    + "least; as far below a median of five at least. Days the period covers only "
                    + "in part are not judged."),
            Definition(
                defined: "Rising",
                definition: "Log-odds ratio with an informative Dirichlet prior of 500 counts "
                    + "(Monroe, Colaresi and Quinn 2008); each story counts a term once; three "
                    + "stories at least, z-score from 1.96. Titles are left out, words that "
                    + "mostly stand in a phrase listed here, and words behind a negation."),
            Definition(
                defined: "When people write",
                definition: "Entries that name an own brand, by the local hour they were said."),
        ]
    }

    // MARK: - Private

    private var common: [Definition] {
        [
            Definition(
                defined: "Mentions (stories)",
                definition: "A mention is an entry that names the brand, however often. Reprints, "
                    + "reposts and near-copies tell one story; the number in brackets counts each "
                    + "story once."),
            Definition(
                defined: "Net tone",
                definition: "(positive − negative) ÷ (all but undecided), from −1 to +1. A story "
                    + "has the tone of its first mention."),
            Definition(
                defined: "Share of voice",
                definition: "A brand’s part of the mentions of all own brands and competitors "
                    + "together."),
        ]
    }
}
