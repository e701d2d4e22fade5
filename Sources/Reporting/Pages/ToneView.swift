import Model

/// A tone as a page shows it: by a word, a shape and a colour, so that any one of them is enough.
struct ToneView {
    let toneName: String
    let shape: String
    let toneClass: String

    init(_ label: Sentiment.Label, words: PageWords) {
        toneName = words.tone(label)
        toneClass = label.rawValue
        shape =
            switch label {
            case .positive: "▲"
            case .neutral: "●"
            case .negative: "▼"
            case .mixed: "◆"
            case .undecided: "○"
            }
    }
}

/// The tones of a brand's mentions as one bar.
struct ToneBarView {
    struct Part {
        let x: String
        let width: String
        let fill: String
    }

    struct Legend {
        let tone: ToneView
        /// How many, and what they are.
        let toned: String
    }

    let barLabel: String
    let parts: [Part]
    let legends: [Legend]

    init(_ tone: ToneCounts, words: PageWords) {
        let order: [Sentiment.Label] = [.negative, .mixed, .neutral, .undecided, .positive]
        let total = order.map { tone[$0].mentions }.reduce(0, +)
        var x = 0.0
        parts = order.compactMap { label in
            let width = 100 * Double(tone[label].mentions) / Double(max(total, 1))
            defer { x += width }
            guard width > 0 else { return nil }
            return Part(x: svg(x), width: svg(max(width - 0.4, 0.3)), fill: label.rawValue)
        }
        legends = order.filter { tone[$0].mentions > 0 }.map { label in
            Legend(
                tone: ToneView(label, words: words), toned: words.toned(tone[label].mentions, label)
            )
        }
        barLabel =
            total == 0
            ? words.noTone
            : legends.map(\.toned).joined(separator: ", ")
    }
}

/// A length in a drawing, two decimals at most.
func svg(_ value: Double) -> String {
    let rounded = value.rounded(decimals: 2)
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
}
