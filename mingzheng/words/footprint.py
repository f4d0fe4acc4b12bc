"""Energy, temperatures, paper, travel, audits from afar, awareness."""

WORDS = {
    "meter.electricity": ("电（千瓦时）", "Electricity (kWh)"),
    "meter.water": ("水（立方米）", "Water (m³)"),
    "meter.gas": ("天然气（立方米）", "Gas (m³)"),
    "season.cooling": ("夏季制冷", "Cooling in summer"),
    "season.heating": ("冬季制热", "Heating in winter"),
    "mode.metro": ("地铁", "Metro"),
    "mode.train": ("火车", "Train"),
    "mode.bus": ("公共汽车", "Bus"),
    "mode.plane": ("飞机", "Plane"),
    "mode.car": ("小汽车", "Car"),
    "mode.bicycle": ("步行或骑行", "On foot or by bicycle"),
    "awareness-topic.energy_week": ("节能宣传周和低碳日", "Energy week and low-carbon day"),
    "awareness-topic.social_responsibility": ("社会责任", "Social responsibility"),
    "queue.footprint.trips": ("出行方式待补", "Trips without a mode"),
    # refusals
    "footprint.in-future": ("日期不能晚于今天", "The day is not over yet"),
    "footprint.negative": ("不能小于零", "It is not less than nothing"),
    "footprint.month-not-over": ("该月尚未结束", "The month is not over yet"),
    "footprint.read-already": ("{month} 已登记，请用更正", "{month} is entered already; correct it instead"),
    "footprint.counted-already": ("{month} 已登记", "{month} is entered already"),
    "footprint.reason-missing": ("请写明理由", "Give the reason"),
    "footprint.months-missing": (
        "缺少 {months} 的读数，碳排放不能计算",
        "No reading for {months}: the CO2 cannot be told",
    ),
    "footprint.too-cold": (
        "夏季设定 {degrees} 度，不得低于 {least} 度",
        "Cooled to {degrees}; no less than {least} degrees",
    ),
    "footprint.too-warm": (
        "冬季设定 {degrees} 度，不得高于 {most} 度",
        "Heated to {degrees}; no more than {most} degrees",
    ),
    "footprint.no-distance": ("请填写公里数", "Say how many kilometres"),
    "footprint.mode-known": ("出行方式已登记", "Its mode is entered already"),
    "footprint.not-on-team": ("此人不在该项目的审核组", "This person is not on the team of that visit"),
    "footprint.share-out-of-range": ("远程比例应在 1 至 100 之间", "The share lies between 1 and 100"),
    "footprint.risk-unassessed": (
        "请写明使用信息通信技术的风险评估和双方约定",
        "Write the assessment of the risks and what both sides agreed",
    ),
    "footprint.remote-already": ("该项目已登记远程审核", "That visit is entered already"),
    "footprint.not-held": ("审核尚未实施", "The visit has not been held"),
    "footprint.signature-missing": ("请写明企业签收人", "Say who of the client signed"),
    "footprint.aware-already": ("该项目已登记此宣贯", "It is entered for this visit already"),
    # events
    "event.reading.entered": ("登记 {month} {meter:meter}：{amount}", "{meter:meter} of {month}: {amount}"),
    "event.reading.corrected": (
        "更正：{before} 改为 {amount}，{reason}",
        "Corrected from {before} to {amount}: {reason}",
    ),
    "event.temperature.checked": ("{season:season}：{degrees} 度", "{season:season}: {degrees} degrees"),
    "event.prints.counted": (
        "{month} 单面 {single_sided} 张，双面 {double_sided} 张",
        "{month}: {single_sided} sheets on one side, {double_sided} on both",
    ),
    "event.trip.entered": ("登记差旅：项目 {visit}，{km} 公里", "Trip for {visit}: {km} km"),
    "event.trip.completed": ("出行方式：{mode:mode}", "By: {mode:mode}"),
    "event.remote-audit.recorded": (
        "项目 {visit} 远程审核 {share}%，少行 {saved_km} 公里",
        "{share}% of {visit} held from afar, {saved_km} km saved",
    ),
    "event.awareness.recorded": (
        "项目 {visit} 宣贯：{topic:awareness-topic}",
        "Made aware at {visit}: {topic:awareness-topic}",
    ),
}
