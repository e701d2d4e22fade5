/// The words of English that say what is done with brands.
extension Grammar {
    static let englishOfBrands: [(Function, String)] = [
        (.reporting, "that"),
        (
            .rather,
            """
            i'd rather, i would rather, id rather, we'd rather, we would rather, i'd sooner,
            would rather
            """
        ),
        (.likening, "as, like"), (.alike, "as, so"), (.more, "more"),
        (.hardToFind, "hard to find, difficult to find, hard to imagine"),
        (
            .asHoped,
            """
            as promised, as expected, as hoped, as advertised, like promised, just as promised, was promised and,
            than promised, than expected, than i expected, than we expected, than i hoped, than hoped,
            than i thought, than we thought, than i feared, than i imagined, than i remember,
            than i remembered, than i had expected, than i'd expected, than we hoped, than advertised
            """
        ),
        (
            .dissuading,
            """
            don't switch, do not switch, dont switch, never switch, don't move, do not move, don't change,
            do not change, don't go, do not go, don't bother switching, don't bother moving,
            not worth switching, not worth moving, wouldn't recommend switching,
            would not recommend switching, think twice before switching, avoid switching
            """
        ),
        (
            .hoping,
            """
            looking for, look for, searching for, search for, in search of, hunting for,
            on the hunt for, in the market for, need a, need an, need some, need any, needs a,
            want a, want some, wanted a, hoping for, hoped, was hoping, were hoping, had hoped,
            expected, expecting, was told, were told, promised, promises, supposed to, recommend a,
            recommend an, recommend any, recommend some, recommend me, know a, know an, know any,
            know of, suggest a, suggest any, is there a, is there any, are there any,
            thought it would, thought they would
            """
        ),
        (
            .seeking,
            """
            looking for, searching for, in search of, hunting for, in the market for, need, need a,
            recommend, know a, know any, thinking about, thinking of, considering
            """
        ),
        (
            .outdoing,
            """
            beats, beat, outperform*, outclass*, outshine*, surpass*, trumps, crushes, destroys,
            smokes, blows, miles ahead of, way ahead of, far ahead of, streets ahead of,
            well ahead of, wipes the floor with, wins against, runs circles around
            """
        ),
        (
            .outdone,
            """
            can't compete with, cannot compete with, can't compare, cannot compare, doesn't compare,
            don't compare, no match for, doesn't hold a candle to, don't hold a candle to,
            can't hold a candle to, does not hold a candle to, nowhere near, not a patch on,
            fall short of, falls short of, far behind, way behind, miles behind, lags behind,
            trails behind, loses to, lost to, losing to, pales in comparison, pales next to,
            pales beside, can't touch, can't beat, cannot beat, can't match, cannot match,
            doesn't come close to, don't come close to, does not come close to, doesn't come near,
            don't come near, could learn from, can learn from, should learn from, beaten by,
            outperformed by, surpassed by, outclassed by, nothing compares, nothing comes close to
            """
        ),
        (.peerless, "can't touch, can't beat, cannot beat, can't match, cannot match"),
        (
            .elsewhere,
            """
            someone else, somebody else, anyone else, anybody else, something else, competitor*,
            competition, elsewhere, another operator, another provider, another bank,
            another network, another carrier, another company, another supplier, another shop,
            another store, another airline, another service, a different operator,
            a different provider, a different bank, a different network, a different carrier,
            a different company, other provider*, your competitor*
            """
        ),
        (
            .regret,
            """
            regret, regretted, regretting, mistake, should never have, never should have,
            shouldn't have, should not have, wish i had never, wish i'd never, wish i hadn't,
            wish we had never, wish we hadn't, sorry i ever, sorry we ever, worst decision,
            bad idea
            """
        ),
        (
            .returning,
            """
            going back, went back, go back, coming back, came back, moving back, moved back,
            returning, returned, back to, back with
            """
        ),
        (.period, "day, days, week, weeks, month, months, year, years"),
        (
            .parting,
            """
            last time i shop, last time i buy, last time i order, last time i use, last time i book,
            last time i fly, last time i ever, this was the last time, that was the last time,
            was my last order, was my last purchase, was my last visit, my very last, never again,
            never ever again, never going back, never coming back, i won't be back,
            we won't be back, i won't be coming back, i will not be back, we will not be back,
            not coming back, not renewing, won't renew,
            will not renew, won't be renewing, lost me as, lost me for, you lost me,
            lost a customer, lost another customer, losing a customer, lost my business,
            taking my business, taking our business, take my business, taking my money elsewhere,
            business elsewhere, and i'm out, and i am out, i'm done with, am done with,
            we're done with, look for another, looking for another, changing provider*,
            changing bank*, changing operator*, switching provider*, switching bank*,
            switching operator*
            """
        ),
        (
            .closing,
            """
            cancelling, canceling, cancel, closing, close my, close our, ending my, ending our,
            terminating,
            terminate, i closed, we closed, i've closed, we've closed, i have closed, we have closed,
            just closed, i cancelled, i canceled, just cancelled, just canceled,
            have cancelled, have canceled, not renewing
            """
        ),
        (
            .contract,
            "contract, contracts, account, accounts, subscription, membership"
        ),
        (
            .remedying,
            """
            fix, fixed, fixes, fixing, repair*, solve, solved, solves, solving, resolv*, rectif*,
            sorted, sorting, mended, remedied, addressed, addressing, look into, looked into,
            acknowledg*, admit, admitted, explain, explained, investigat*, prevent, prevented,
            prevents, saved me, saved us, save me, save us, protected, protect
            """
        ),
        (
            .mending,
            """
            fixed the, fixed my, fixed our, fixed it, fixed a, fixed this, fixed all, fixes the,
            fixes my, fixes it, solved, solves, resolved, repaired, restored, mended, sorted out,
            sorted my, sorted our, sorted the, sorted a, dealt with my, dealt with our, refunded my,
            refunded the, reversed the, reversed my, cleared up, prevented a, prevented the,
            prevented another, prevented any, saved me from, saved us from, saved my, saved our,
            protected me, protected us, protected my, protected our, stopped a fraud*,
            stopped the fraud*, stopped a scam*, stopped the scam*, caught a fraud*,
            caught the fraud*, caught a scam*, spotted a fraud*, spotted the fraud*,
            flagged a fraud*, flagged the fraud*
            """
        ),
        (
            .mended,
            """
            fixed, sorted, resolved, solved, restored, repaired, replaced, refunded, working again,
            works again, back up, back on, back online, back by, up and running, new one in,
            in minutes, within minutes, minutes later, an hour later, within an hour,
            within the hour, same day, in ten minutes
            """
        ),
        (
            .reason,
            """
            because, cause, cuz, coz, cos, since, due to, over price*, over the price*,
            over their price*, over the fees, over their fees
            """
        ),
        (.incredulous, "really, seriously, again, still, serious"),
        (.switching, "porting, ported, dumped, dumping, quit, quitting"),
        (.from, "out of"),
        (.farewell, "goodbye, bye, bye bye, adios, farewell"),
        (.exchanging, "change, changed, changing, swapped"),
        (
            .provider,
            """
            provider*, operator*, bank, banks, carrier*, network*, supplier*, company, companies,
            number, numbers, line, lines, contract, contracts, account, accounts
            """
        ),
        (.looseTo, "for, with"),
        (.without, "without, free of"),
        (
            .havingNone,
            """
            not a, not one, not any, never a, never any, never had, never have, haven't had,
            hasn't had, didn't have, don't have, doesn't have, isn't any, aren't any, wasn't any,
            weren't any, not had
            """
        ),
        (
            .rhetorical,
            """
            are you kidding, you kidding, are you joking, is this a joke, is that a joke,
            are you serious, you call this, you call that, they call this, they call that,
            how hard can, how hard is it, how dare, who even,
            what did i do, what have i done, is it too much to ask,
            how many times do i have to, how many times must, how much longer,
            how is this even, wtf, anybody home, anyone home, is anyone there, is anybody there, how on earth,
            when will you finally, when will you ever, do you even, what am i paying for,
            what exactly am i paying
            """
        ),
    ]
}
