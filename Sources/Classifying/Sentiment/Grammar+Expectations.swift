/// What one thought or feared would be, or others say, and what it was instead; what one asks or does not know; and how
/// it is now.
///
/// Not what was promised to be done, "solīja salabot", "supposed to be here by noon": behind that one tells how it
/// went, "briesmīga attieksme, bet laipna meitene".
extension Grammar {
    static let englishExpectations: [(Frame, String)] = [
        (
            .expecting,
            """
            thought it would be, thought it'd be, thought this would be, thought they would be, thought they'd be,
            thought it was going to be, expected it to be, expected this to be, was expecting, were expecting,
            was afraid, was worried, was dreading, were dreading, looked like it would be,
            supposed to be the best, supposed to be so, supposed to be good, supposed to be great,
            supposed to be nice, supposed to be better, supposed to be fast, supposed to be quick,
            supposed to be easy, supposed to be cheap, supposed to be reliable, everyone says, everybody says,
            everyone said, everybody said, people say, people said
            """
        ),
        ([.expecting, .hoped], "was hoping for, were hoping for, had hoped for"),
        (.turningOut, "but, turned out, turns out, ended up, instead"),
        (
            .whether,
            """
            asked if, asked me if, asked us if, asks if, asks me if, asking if, asking me if, wonder if,
            wondered if, wondering if, don't know if, no idea if, tell me if, asked whether, asked me whether,
            asks whether, wonder whether, wondered whether, wondering whether, don't know whether,
            no idea whether, tell me whether
            """
        ),
        (.nowadays, "now, nowadays, these days"),
    ]

    static let polishExpectations: [(Frame, String)] = [
        (
            .expecting,
            """
            myślałem, myślałam, myśleliśmy, sądziłem, sądziłam, spodziewałem się, spodziewałam się,
            spodziewaliśmy się, bałem się, bałam się, baliśmy się,
            obawiałem się, obawiałam się, nastawiłem się, nastawiłam się, nastawiałem się, nastawiałam się,
            miał być, miała być, miało być, miały być, mieli być, zapowiadał się, zapowiadała się,
            zapowiadało się, wydawało się, wydawał się, wydawała się, niby, podobno, rzekomo, ponoć,
            wszyscy mówią, wszyscy mówili, wszyscy piszą, wszyscy chwalą, wszyscy chwalili, ludzie mówią,
            ludzie piszą
            """
        ),
        ([.expecting, .hoped], "liczyłem na, liczyłam na, liczyliśmy na"),
        (
            .turningOut,
            "a, ale, lecz, jednak, tymczasem, okazało się, okazał się, okazała się, okazali się"
        ),
        (
            .whether,
            """
            pyta czy, pytał czy, pytała czy, pytali czy, pytają czy, zapytał czy, zapytała czy, zapytali czy,
            pytałem czy, pytałam czy, pyta mnie czy, pytał mnie czy, pytała mnie czy, zastanawiam się czy,
            zastanawiał się czy, zastanawiała się czy, nie wiem czy, wiedzieć czy
            """
        ),
        (.nowadays, "teraz, obecnie, dziś, dzisiaj"),
    ]

    static let latvianExpectations: [(Frame, String)] = [
        (
            .expecting,
            """
            domāju ka būs, domājām ka būs, domāju būs, biju domājis, biju domājusi, likās, šķita, izskatījās,
            gaidīju ka, gaidījām ka, biju gaidījis, biju gaidījusi, baidījos, baidījāmies, bažījos, bija bail,
            vajadzēja būt, bija jābūt, it kā, visi saka, visi teica, visi raksta, visi slavē, citi saka,
            cilvēki saka
            """
        ),
        ([.expecting, .hoped], "cerēju, cerējām, biju cerējis, biju cerējusi"),
        (.turningOut, "bet, taču, tomēr, izrādījās, izrādās, patiesībā, realitātē"),
        (
            .whether,
            """
            jautā vai, jautāja vai, jautāju vai, pajautāja vai, man jautāja vai, prasa vai, prasīja vai,
            prasīju vai, paprasīja vai, nezinu vai, nezin vai, zināt vai, interesē vai, prātoju vai
            """
        ),
        (.nowadays, "tagad, šobrīd, mūsdienās"),
    ]
}
