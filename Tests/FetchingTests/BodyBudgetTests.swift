import Synchronization
import Testing

@testable import Fetching

struct BodyBudgetTests {
    @Test func `growing and waiting bodies fill the same room`() {
        let budget = BodyBudget(limit: 100, mostAnswers: 1_000) {}
        budget.grow(by: 60)
        #expect(budget.hasRoom())
        budget.keep(40)
        #expect(!budget.hasRoom())
        budget.endGrowth(60)
        #expect(budget.hasRoom())
    }

    @Test func `without room the favoured one grows, unless there is a body to take`() {
        let budget = BodyBudget(limit: 100, mostAnswers: 1_000) {}
        budget.grow(by: 100)
        #expect(!budget.mayGrow(isFavoured: false))
        #expect(budget.mayGrow(isFavoured: true))
        budget.keep(1)
        #expect(!budget.mayGrow(isFavoured: true))
        budget.consume(1, answers: 1)
        #expect(budget.mayGrow(isFavoured: true))
    }

    @Test func `whoever found no room is called once there is some`() {
        let calls = Calls()
        let budget = BodyBudget(limit: 100, mostAnswers: 1_000) {
            calls.count.add(1, ordering: .relaxed)
        }
        budget.keep(100)
        budget.consume(10, answers: 1)
        #expect(calls.count.load(ordering: .relaxed) == 0)
        budget.keep(10)
        #expect(!budget.hasRoom())
        budget.consume(100, answers: 1)
        budget.endGrowth(0)
        #expect(calls.count.load(ordering: .relaxed) == 1)
    }

    @Test func `when enough bodies wait nothing starts, however many bytes there is room for`() {
        let calls = Calls()
        let budget = BodyBudget(limit: 100, mostAnswers: 1_000, mostWaiting: 20) {
            calls.count.add(1, ordering: .relaxed)
        }
        budget.grow(by: 50)
        budget.keep(19)
        #expect(budget.hasRoom())
        budget.keep(1)
        #expect(!budget.hasRoom())
        #expect(budget.mayGrow(isFavoured: false))
        budget.consume(1, answers: 1)
        #expect(budget.hasRoom())
        #expect(calls.count.load(ordering: .relaxed) == 1)
    }

    @Test func `when too many answers wait nothing starts, and what has begun goes on`() {
        let calls = Calls()
        let budget = BodyBudget(limit: 100, mostAnswers: 2) {
            calls.count.add(1, ordering: .relaxed)
        }
        budget.keep(0)
        #expect(budget.hasRoom())
        budget.keep(0)
        #expect(!budget.hasRoom())
        #expect(budget.mayGrow(isFavoured: false))
        budget.consume(0, answers: 1)
        #expect(budget.hasRoom())
        #expect(calls.count.load(ordering: .relaxed) == 1)
    }
}

private final class Calls: Sendable {
    let count = Atomic(0)
}
