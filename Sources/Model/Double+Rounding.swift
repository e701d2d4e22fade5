extension Double {
    /// To so many decimals, as reports and tags tell figures; half away from zero.
    @inlinable
    package func rounded(decimals: Int) -> Double {
        let factor =
            switch decimals {
            case 2: 100.0
            case 4: 10_000.0
            default: (0..<decimals).reduce(1.0) { factor, _ in factor * 10 }
            }
        let value = (self * factor).rounded() / factor
        // Minus zero would be another byte sequence for the same number.
        return value == 0 ? 0 : value
    }
}
