//! Whether what watches over the histories would cry out.

use super::*;

/// The control: without the guard, what watches over the histories must cry out.
#[test]
fn a_roster_that_does_not_count_is_seen_to_oversell() {
    use proptest::test_runner::{Config, TestRunner};

    let mut runner = TestRunner::new_with_rng(
        Config { failure_persistence: None, max_shrink_iters: 0, ..Config::with_cases(100) },
        proptest::test_runner::TestRng::deterministic_rng(
            proptest::test_runner::RngAlgorithm::ChaCha,
        ),
    );
    let strategy = (1u32..12, moves());
    let seen = runner.run(&strategy, |(limit, moves)| {
        let mut roster = Roster { is_careless: true, ..roster(limit, WaitingRule::StrictOrder) };
        for (n, it) in (0..).zip(&moves) {
            if let Move::SignUp(who, k, _) = it {
                let _ = roster.sign_up(wish(*who, *k), at(n));
            }
        }
        let faults = roster.faults(at(0));
        let is_oversold = faults.iter().any(|it| matches!(it, Fault::Oversold { .. }));
        prop_assert!(!is_oversold);
        Ok(())
    });
    assert!(seen.is_err(), "nothing was seen, so the other tests prove nothing");
}
