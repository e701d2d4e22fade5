extension ReportWords {
    /// The name of a brand, source, team or whatever else as it stands in a sentence, which runs from left to
    /// right.
    ///
    /// One in Arabic or Hebrew letters would take the numbers behind it to its other side, and turn a
    /// sentence that begins with it. So it is isolated, and a mark before it says how the sentence runs
    /// (Unicode Standard Annex 9, sections 2.4 to 2.6).
    func inSentence(_ name: String) -> String {
        name.unicodeScalars.contains(where: \.isRightToLeft)
            ? "\u{200E}\u{2068}\(name)\u{2069}" : name
    }
}

extension Unicode.Scalar {
    /// Whether it is in a block of scripts that are written from right to left.
    fileprivate var isRightToLeft: Bool {
        switch value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x1_0800...0x1_0FFF,
            0x1_E800...0x1_EFFF:
            true
        default: false
        }
    }
}
