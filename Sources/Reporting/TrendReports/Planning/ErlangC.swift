import Foundation

/// A queue at which calls arrive at random and wait until one of several operators is free (M/M/n).
///
/// A. K. Erlang 1917; in the notation of Gans, Koole and Mandelbaum 2003, “Telephone call centers:
/// tutorial, review, and research prospects”, §4.2.1.
struct ErlangC {
    /// Work that arrives, in operators that it keeps busy: calls an hour × hours a call.
    let load: Double

    /// The probability that a call has to wait; 1 where the operators cannot keep up.
    ///
    /// By the recursion of Erlang's formula B, which stays within 0 … 1 whatever the load.
    func probabilityOfWaiting(operators: Int) -> Double {
        guard load > 0 else { return 0 }
        guard Double(operators) > load else { return 1 }
        var blocked = 1.0
        for number in 1...operators {
            blocked = load * blocked / (Double(number) + load * blocked)
        }
        let occupancy = load / Double(operators)
        return blocked / (1 - occupancy * (1 - blocked))
    }

    /// The share of calls that are taken up within a time.
    ///
    /// - Parameter wait: in units of the mean handling time.
    func share(within wait: Double, operators: Int) -> Double {
        guard load > 0 else { return 1 }
        guard Double(operators) > load else { return 0 }
        return 1 - probabilityOfWaiting(operators: operators)
            * exp(-(Double(operators) - load) * wait)
    }

    /// The fewest operators who take up such a share within a time.
    func operators(share: Double, within wait: Double) -> Int {
        guard load > 0 else { return 0 }
        var operators = Int(load) + 1
        while self.share(within: wait, operators: operators) < share { operators += 1 }
        return operators
    }
}
