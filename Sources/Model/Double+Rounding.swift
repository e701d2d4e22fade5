import Foundation

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

    /// As people read it, with so many decimals: `12.5` with none is `13`.
    ///
    /// Half is rounded away from zero, while C's formats round it to the even digit. That includes
    /// halves that binary fractions do not quite reach, such as 100 × 0.285, which is
    /// 28.499999999999996.
    package func text(decimals: Int) -> String {
        let value = rounded(decimals: decimals + 9).rounded(decimals: decimals)
        return String(format: "%.\(decimals)f", value)
    }
}
