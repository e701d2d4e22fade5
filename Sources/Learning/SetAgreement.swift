import Foundation

/// How far sets agree on what each term says of tone.
///
/// What praises in one set and blames in another tells the two sets apart, and little of texts from elsewhere.
struct SetAgreement {
    /// By term, 0 … 1: 1 where what is said in each set points the same way, 0 where it comes to nothing, and
    /// what terms have on the average where one set alone can tell.
    let shares: [Double]

    /// - Parameters:
    ///   - rows: Each side of a set counts the same.
    ///   - sets: By row, the number of its set.
    init(_ rows: TrainingRows, sets: [Int], termCount: Int) {
        var sums = [Double](repeating: 0, count: termCount)
        var sizes = sums
        var setCounts = [Int](repeating: 0, count: termCount)
        for (_, places) in Dictionary(grouping: 0..<rows.count, by: { sets[$0] })
            .sorted(by: { $0.key < $1.key })
        {
            let praise = Double(places.count { rows.sides[$0] > 0 })
            let blame = Double(places.count { rows.sides[$0] < 0 })
            // A set of plain texts says nothing of tone, so nothing that agrees either.
            guard praise + blame > 0 else { continue }
            var tones = [Double](repeating: 0, count: termCount)
            var texts = tones
            for row in places {
                let side = rows.sides[row]
                let tone = side > 0 ? 1 / praise : side < 0 ? -1 / blame : 0
                for term in rows.terms[rows.starts[row]..<rows.starts[row + 1]] {
                    tones[Int(term)] += tone * Double(places.count) / 2
                    texts[Int(term)] += 1
                }
            }
            for term in 0..<termCount where texts[term] > 0 {
                // As sure as the root of the number of texts makes it.
                let sure = tones[term] / (texts[term] + 1).squareRoot()
                sums[term] += sure
                sizes[term] += abs(sure)
                setCounts[term] += 1
            }
        }
        let told = zip(sums, sizes).map { $1 > 0 ? abs($0) / $1 : 1 }
        let mean = Self.mean(of: told)
        shares = zip(told, setCounts).map { $1 > 1 ? $0 : mean }
    }

    /// By term: what a penalty is multiplied by, less for terms that the sets agree on and more for others.
    ///
    /// - Parameter power: 0 where agreement does not matter.
    func factors(power: Double) -> [Double] {
        let mean = Self.mean(of: shares)
        return shares.map { exp(power * (mean - $0)) }
    }

    // MARK: - Private

    private static func mean(of shares: [Double]) -> Double {
        shares.reduce(0, +) / Double(max(shares.count, 1))
    }
}
