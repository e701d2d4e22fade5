extension HTMLTextReader {
    /// An open element that decides how text is written.
    struct Element {
        let name: ShortName
        var isQuote: Bool
        let isHidden: Bool
        /// Whether what it hides is a program.
        let isCode: Bool
        /// Whether people read what stands in it, though it is inside of one that hides.
        let isShown: Bool
        let isPreformatted: Bool
        /// Whether it is a line of its own though it is of a kind that runs on in one.
        let isApart: Bool
        /// Whether it holds what is answered, and may hold the answer below that.
        let isOfMail: Bool
        /// Whether those of its name are not looked after unless one of them is open.
        let isRare: Bool
    }
}
