/// What one thought, feared or was told would be, and what it was instead.
extension Grammar {
    static let englishExpectations: [(Frame, String)] = [
        (
            .expecting,
            """
            thought it would be, thought it'd be, thought this would be, thought they would be, thought they'd be,
            thought it was going to be, expected it to be, expected this to be, was expecting, were expecting,
            was afraid, was worried, was dreading, were dreading, supposed to be, looked like it would be,
            was hoping for, were hoping for, had hoped for
            """
        ),
        (.turningOut, "but, turned out, turns out, ended up, instead"),
    ]

    static let polishExpectations: [(Frame, String)] = [
        (
            .expecting,
            """
            myślałem, myślałam, myśleliśmy, sądziłem, sądziłam, spodziewałem się, spodziewałam się,
            spodziewaliśmy się, liczyłem na, liczyłam na, liczyliśmy na, bałem się, bałam się, baliśmy się,
            obawiałem się, obawiałam się, nastawiłem się, nastawiłam się, nastawiałem się, nastawiałam się,
            miał być, miała być, miało być, miały być, mieli być, zapowiadał się, zapowiadała się,
            zapowiadało się, wydawało się, wydawał się, wydawała się, niby, podobno, rzekomo, ponoć
            """
        ),
        (
            .turningOut,
            "a, ale, lecz, jednak, tymczasem, okazało się, okazał się, okazała się, okazali się"
        ),
    ]

    static let latvianExpectations: [(Frame, String)] = [
        (
            .expecting,
            """
            domāju ka būs, domājām ka būs, domāju būs, biju domājis, biju domājusi, likās, šķita, izskatījās,
            cerēju, cerējām, biju cerējis, biju cerējusi, gaidīju ka, gaidījām ka, biju gaidījis, biju gaidījusi,
            baidījos, baidījāmies, bažījos, bija bail, solīja, apsolīja, solījās, vajadzēja būt, bija jābūt, it kā
            """
        ),
        (.turningOut, "bet, taču, tomēr, izrādījās, izrādās, patiesībā, realitātē"),
    ]
}
