import Storing

/// Does one thing with the archive; what it refuses becomes the run's own error.
func storing<Value>(_ work: @autoclosure () throws(StoreError) -> Value) throws(RunError) -> Value {
    do {
        return try work()
    } catch {
        throw .store(error)
    }
}

/// The same of several things.
func storing<Value>(_ body: () throws(StoreError) -> Value) throws(RunError) -> Value {
    do {
        return try body()
    } catch {
        throw .store(error)
    }
}

func storing<Value>(_ body: () async throws(StoreError) -> Value) async throws(RunError) -> Value {
    do {
        return try await body()
    } catch {
        throw .store(error)
    }
}
