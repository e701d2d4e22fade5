import Foundation
import Learning
import Testing

struct MinimizerTests {
    /// How near the minimum is promised to be.
    private static let accuracy = 0.002
    private static let slopes = (0..<40).map { pow(1.3, Double($0)) }
    private static let minimum = slopes.indices.map { Double($0 % 7) - 3 }

    /// A bowl 28,000 times as steep along one number as along another.
    private static func bowl(_ place: [Double], _ gradient: inout [Double]) -> Double {
        var value = 0.0
        for index in place.indices {
            let way = place[index] - minimum[index]
            value += slopes[index] * way * way / 2
            gradient[index] = slopes[index] * way
        }
        return value
    }

    @Test(arguments: [slopes, slopes.map { $0.squareRoot() }, [Double](repeating: 1, count: 40)])
    func `the bottom of a stretched bowl is found, whatever its curvatures are guessed to be`(
        curvatures: [Double]
    ) {
        let found = Minimizer.minimum(
            from: [Double](repeating: 0, count: Self.slopes.count), curvatures: curvatures,
            leastCurvature: 1, evaluate: Self.bowl)
        #expect(distance(found, Self.minimum) <= Self.accuracy)
    }

    @Test func `curvatures that are known save all steps but one`() {
        var evaluations = 0
        let found = Minimizer.minimum(
            from: [Double](repeating: 0, count: Self.slopes.count), curvatures: Self.slopes,
            leastCurvature: 1
        ) { place, gradient in
            evaluations += 1
            return Self.bowl(place, &gradient)
        }
        #expect(evaluations == 2)
        #expect(distance(found, Self.minimum) <= Self.accuracy)
    }

    /// Of log(e^x + e^−x) + (x − y)²/2 + y²/2, where the numbers hang together: tanh x = −x/2 at x = 0 alone.
    @Test func `a function that is no bowl is followed to its minimum`() {
        let found = Minimizer.minimum(
            from: [8, -5], curvatures: [1, 1], leastCurvature: 0.3
        ) { place, gradient in
            let (one, other) = (place[0], place[1])
            gradient[0] = tanh(one) + one - other
            gradient[1] = other - one + other
            return log(exp(one) + exp(-one)) + (one - other) * (one - other) / 2 + other * other / 2
        }
        #expect(distance(found, [0, 0]) <= Self.accuracy)
    }

    private func distance(_ one: [Double], _ other: [Double]) -> Double {
        zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }
}
