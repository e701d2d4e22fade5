/// The letters and digits of Unicode that are plain ones in a style of their own, by which posts show off:
/// 𝐙𝐞𝐟𝐢𝐫, 𝘡𝘦𝘧𝘪𝘳, ℤ𝕖𝕗𝕚𝕣, Ｚｅｆｉｒ.
enum StyledScalar {
    /// The plain one; any other scalar itself.
    static func plain(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        // Thirteen alphabets, the capitals of each first.
        case 0x1D400...0x1D6A3:
            let letter = (scalar - 0x1D400) % 52
            return letter < 26 ? 0x41 + letter : 0x61 + (letter - 26)
        // The digits five times.
        case 0x1D7CE...0x1D7FF: return 0x30 + (scalar - 0x1D7CE) % 10
        // Of full width, as in Chinese text.
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return scalar - 0xFEE0
        case 0x2100...0x214F: return older[scalar] ?? scalar
        default: return scalar
        }
    }

    // MARK: - Private

    /// Those that Unicode had before it had the alphabets, which lack them.
    private static let older = Dictionary(
        uniqueKeysWithValues: zip(
            "ℎℬℰℱℋℐℒℳℛℯℊℴℭℌℑℜℨℂℍℕℙℚℝℤ".unicodeScalars.map(\.value),
            "hBEFHILMRegoCHIRZCHNPQRZ".unicodeScalars.map(\.value)))
}
