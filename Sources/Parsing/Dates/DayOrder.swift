/// Which of the two numbers in front of a year is the day: Europe writes it first, America the month.
package enum DayOrder: String {
    case dayFirst = "the day first"
    case monthFirst = "the month first"

    var other: DayOrder { self == .dayFirst ? .monthFirst : .dayFirst }

    /// How a date shows its order.
    package enum Sign: Hashable {
        /// One of the numbers is no month.
        case proven(DayOrder)
        /// Either could be the month.
        case guessed(DayOrder)
    }
}

/// What the dates of one document say of the order that its publisher writes them in.
///
/// Most say nothing, having names or the year first; a single one with a number over twelve tells of all.
package struct DayOrderOfDocument {
    /// What an earlier reading of the document has found.
    private(set) var known: DayOrder?
    private var proven: Set<DayOrder> = []
    private var guessed: Set<DayOrder> = []
    /// The first date that could as well be another one, with the order it is read in.
    private var firstGuess: (text: String, offset: Int, order: DayOrder)?

    package init(known: DayOrder? = nil) {
        self.known = known
    }

    package mutating func note(_ sign: DayOrder.Sign, of text: String, at offset: Int) {
        switch sign {
        case .proven(let order):
            proven.insert(order)
        case .guessed(let order):
            guessed.insert(order)
            if firstGuess == nil { firstGuess = (text, offset, order) }
        }
    }

    /// The order in which the document is to be read once more; `nil` if it was read right.
    package var correction: DayOrder? {
        guard known == nil, proven.count == 1, let order = proven.first,
            guessed.contains(order.other)
        else { return nil }
        return order
    }

    /// The date to be told of, where nothing in the document decides.
    package var doubt: (message: String, offset: Int)? {
        guard known == nil, proven.count != 1, let firstGuess else { return nil }
        return (
            "'\(firstGuess.text)' may have day or month first; read as \(firstGuess.order.rawValue)",
            firstGuess.offset
        )
    }
}
