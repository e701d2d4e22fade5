/// Columns of the tables that `earshot rules learn` prints.
extension String {
    /// Spaces behind it, up to a width.
    func padded(_ width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    /// Spaces before it, up to a width.
    func atRight(of width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}

extension Double {
    /// A share in percent, with one decimal.
    var inPercent: String {
        let tenths = Int((self * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
