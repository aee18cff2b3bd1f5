//! The figures as a separate program gave them, rounded to the nearest number representable: chains built rule
//! by rule and solved over exact fractions, all joint states visited with 60 digits.

use crate::figures::{AT_HOME, IM_AND_PRESENCE};
use crate::{Expected, Row, all, relative_error};

/// Planned work, plan, workload, location (or the headline), then in this order: any, full, user-weighted,
/// outage, over capacity, planned, reconnect minutes.
type Pinned = (bool, &'static str, &'static str, &'static str, [f64; 7]);

const PINNED: [Pinned; 18] = [
    (
        true,
        "small-organisation",
        "im-presence",
        "office",
        [
            1.072_091_395_609_023e-3,
            1.072_091_395_609_023e-3,
            1.112_502_362_760_989_2e-3,
            3.878_941_979_347_826_7e-4,
            0.0,
            6.841_971_976_742_404e-4,
            21.240_004_335_073_444,
        ],
    ),
    (
        true,
        "small-organisation",
        "im-presence",
        "remote",
        [
            2.143_033_411_257_507e-3,
            2.143_033_411_257_507e-3,
            2.223_768_697_061_096e-3,
            7.756_379_339_607_739e-4,
            0.0,
            1.367_395_477_296_733_4e-3,
            42.434_466_218_366_225,
        ],
    ),
    (
        true,
        "small-organisation",
        "headline",
        "all",
        [
            1.179_185_597_173_871_5e-3,
            1.179_185_597_173_871_5e-3,
            1.223_628_996_191e-3,
            4.266_685_715_373_818e-4,
            0.0,
            7.525_170_256_364_896e-4,
            23.359_450_523_402_725,
        ],
    ),
    (
        true,
        "entry-tier",
        "im-presence",
        "office",
        [
            6.923_510_175_684_972e-5,
            7.090_737_567_400_912e-5,
            1.505_283_085_427_462e-4,
            2.361_089_871_088_321_5e-5,
            1.505_562_452_717_034_8e-7,
            4.575_250_501_919_118_5e-5,
            42.581_141_607_025_494,
        ],
    ),
    (
        true,
        "entry-tier",
        "im-presence",
        "remote",
        [
            6.943_730_024_696_155e-5,
            7.110_957_382_596_628e-5,
            1.912_854_970_815_493_7e-4,
            2.381_310_641_939_246_7e-5,
            1.505_562_148_273_512_9e-7,
            4.575_249_577_484_951e-5,
            63.896_844_406_255_504,
        ],
    ),
    (
        true,
        "entry-tier",
        "headline",
        "all",
        [
            6.925_532_160_586_091e-5,
            7.092_759_548_920_483e-5,
            1.546_040_273_966_265_2e-4,
            2.363_111_948_173_414e-5,
            1.505_562_422_272_682_5e-7,
            4.575_250_409_475_702e-5,
            44.712_711_886_948_49,
        ],
    ),
    (
        true,
        "group-chat-maximum",
        "im-presence",
        "office",
        [
            6.923_510_175_684_972e-5,
            6.923_510_175_684_972e-5,
            1.502_406_110_647_216e-4,
            2.361_089_871_088_321_5e-5,
            0.0,
            4.562_420_304_596_650_4e-5,
            42.576_495_692_217_46,
        ],
    ),
    (
        true,
        "group-chat-maximum",
        "group-chat",
        "office",
        [
            1.141_252_271_009_016e-3,
            6.478_204_351_390_735e-3,
            2.402_788_868_614_552_6e-3,
            4.114_959_381_150_567e-4,
            3.877_357_160_698_857_3e-4,
            1.409_967_644_399_130_2e-3,
            101.750_678_008_020_3,
        ],
    ),
    (
        true,
        "group-chat-maximum",
        "headline",
        "all",
        [
            6.923_510_175_684_972e-5,
            6.923_510_175_684_972e-5,
            1.502_406_110_647_216e-4,
            2.361_089_871_088_321_5e-5,
            0.0,
            4.562_420_304_596_650_4e-5,
            42.576_495_692_217_46,
        ],
    ),
    (
        false,
        "small-organisation",
        "im-presence",
        "office",
        [
            3.881_597_757_656_113_7e-4,
            3.881_597_757_656_113_7e-4,
            3.943_651_287_189_668_4e-4,
            3.881_597_757_656_113_7e-4,
            0.0,
            0.0,
            3.261_533_512_283_632,
        ],
    ),
    (
        false,
        "small-organisation",
        "im-presence",
        "remote",
        [
            7.761_688_835_197_004e-4,
            7.761_688_835_197_004e-4,
            7.885_747_720_895_894e-4,
            7.761_688_835_197_004e-4,
            0.0,
            0.0,
            6.520_535_032_333_703_5,
        ],
    ),
    (
        false,
        "small-organisation",
        "headline",
        "all",
        [
            4.269_606_865_410_202_6e-4,
            4.269_606_865_410_202_6e-4,
            4.337_860_930_560_291e-4,
            4.269_606_865_410_202_6e-4,
            0.0,
            0.0,
            3.587_433_664_288_639,
        ],
    ),
    (
        false,
        "entry-tier",
        "im-presence",
        "office",
        [
            2.361_160_176_076_999e-5,
            2.451_512_067_518_110_6e-5,
            3.645_572_056_255_134e-5,
            2.361_160_176_076_999e-5,
            1.506_839_177_024_701e-7,
            0.0,
            6.671_669_375_071_858_5,
        ],
    ),
    (
        false,
        "entry-tier",
        "im-presence",
        "remote",
        [
            2.381_380_946_915_849e-5,
            2.471_732_820_086_680_4e-5,
            4.311_553_347_376_841e-5,
            2.381_380_946_915_849e-5,
            1.506_838_872_323_009_4e-7,
            0.0,
            10.065_786_685_693_679,
        ],
    ),
    (
        false,
        "entry-tier",
        "headline",
        "all",
        [
            2.363_182_253_160_883_8e-5,
            2.453_534_142_774_967_4e-5,
            3.712_170_185_367_304_5e-5,
            2.363_182_253_160_883_8e-5,
            1.506_839_146_554_531_6e-7,
            0.0,
            7.011_081_106_134_04,
        ],
    ),
    (
        false,
        "group-chat-maximum",
        "im-presence",
        "office",
        [
            2.361_160_176_076_999e-5,
            2.361_160_176_076_999e-5,
            3.630_182_723_130_011e-5,
            2.361_160_176_076_999e-5,
            0.0,
            0.0,
            6.669_982_507_310_632,
        ],
    ),
    (
        false,
        "group-chat-maximum",
        "group-chat",
        "office",
        [
            4.117_622_124_523_452_5e-4,
            2.350_256_468_397_190_6e-3,
            8.298_098_865_857_651e-4,
            4.117_622_124_523_452_5e-4,
            3.879_999_462_375_483e-4,
            0.0,
            15.793_085_782_070_074,
        ],
    ),
    (
        false,
        "group-chat-maximum",
        "headline",
        "all",
        [
            2.361_160_176_076_999e-5,
            2.361_160_176_076_999e-5,
            3.630_182_723_130_011e-5,
            2.361_160_176_076_999e-5,
            0.0,
            0.0,
            6.669_982_507_310_632,
        ],
    ),
];

fn figures(plan: &Expected, workload: &str, location: &str) -> [f64; 7] {
    if workload == "headline" {
        let row = &plan.headline;
        return [
            row.unavailability_any,
            row.unavailability_full,
            row.unavailability_user_weighted,
            row.outage,
            row.over_capacity,
            row.planned,
            row.reconnect_minutes,
        ];
    }
    let row = plan.row(workload, location).unwrap();
    [
        row.unavailability_any,
        row.unavailability_full,
        row.unavailability_user_weighted,
        row.outage,
        row.over_capacity,
        row.planned,
        row.reconnect_minutes,
    ]
}

#[test]
fn figures_are_those_of_exact_arithmetic() {
    let mut worst = 0.0_f64;
    for (planned_work, template, workload, location, expected) in PINNED {
        let plans = all(planned_work);
        let plan = plans.iter().find(|plan| plan.template == template).unwrap();
        for (figure, (one, other)) in figures(plan, workload, location).into_iter().zip(expected).enumerate()
        {
            let error = relative_error(one, other);
            assert!(error <= 2e-15, "{template} {workload} {location} {figure}: {one:e}, {other:e}");
            worst = worst.max(error);
        }
    }
    println!("largest relative error {worst:e}");
}

#[test]
fn what_one_server_or_pool_holds_needs_what_messages_need() {
    for plan in [true, false].into_iter().flat_map(all) {
        let alike = plan.rows.iter().filter(|row| AT_HOME.contains(&row.workload));
        assert!(alike.clone().count() >= AT_HOME.len());
        for row in alike {
            let messages = plan.row(IM_AND_PRESENCE, row.location).unwrap();
            let as_messages = Row { workload: messages.workload, ..row.clone() };
            assert_eq!(&as_messages, messages);
        }
    }
}

#[test]
fn headlines_count_all_users_once() {
    let users: Vec<String> = all(true).iter().map(|plan| plan.headline.demand_users.to_string()).collect();
    assert_eq!(users, ["4000", "30000", "10000"]);
}
