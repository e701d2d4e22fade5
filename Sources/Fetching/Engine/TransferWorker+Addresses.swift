import Model

// What requests to different hosts share, and have to wait for: the servers behind their names, and
// the look-up of names.

extension TransferWorker {
    /// What a job is going to use of it.
    func resources(for key: Int) -> [SharedResource] {
        // A proxy looks names up itself, and it is the proxy alone that is connected to.
        guard settings.proxy == nil, let host = jobs[key]?.host else { return [] }
        return addresses.resources(toReach: host, at: .now)
    }

    /// Whether a job may connect to an address that its host's name has turned out to have.
    func mayConnect(to address: NetworkAddress, _ key: Int) -> Bool {
        guard let job = jobs[key], let host = job.host else { return false }
        addresses.note(host, leadsTo: address.unwrapped, at: .now)
        return mayShare(address.unwrapped, job)
    }

    /// Whether a job may use a connection that is there.
    func mayUseConnection(to address: NetworkAddress, _ key: Int) -> Bool {
        guard let job = jobs[key], let host = job.host else { return false }
        let address = address.unwrapped
        addresses.settle(host, on: address)
        guard mayShare(address, job) else { return false }
        job.giveBack(to: &schedule) { $0 != .address(address) }
        return true
    }

    /// Has a job wait for an address that others use, as if it had not started.
    func wait(_ job: Job, for address: NetworkAddress) {
        if let host = job.host { addresses.settle(host, on: address.unwrapped) }
        guard let start = job.startTime else { preconditionFailure("a job at work has no turn") }
        if let reason = reasonToEnd(job) { return end(job, .failed(reason)) }
        (job.startTime, job.answerTime) = (nil, nil)
        schedule.takeBack(
            job.key, to: job.line, startedAt: start, givingBack: job.takeResources(), at: .now)
    }

    // MARK: - Private

    /// Uses the address too, unless the job does already.
    private func mayShare(_ address: NetworkAddress, _ job: Job) -> Bool {
        // There is a socket, so the name has been looked up.
        job.giveBack(to: &schedule) { $0 == .nameLookup }
        let resource = SharedResource.address(address)
        if job.resources.contains(resource) { return true }
        guard schedule.takeIfFree(resource) else { return false }
        job.resources.append(resource)
        return true
    }

    /// What has come up while the job was on its way.
    private func reasonToEnd(_ job: Job) -> FetchFailure? {
        if !job.hasBegun, let deadline = job.channel.deadline, deadline <= .now {
            return .outOfTime
        }
        return book.reasonToWait(schedule[job.line])
    }
}
