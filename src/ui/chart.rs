//! A chart of horizontal bars. It is a table whose cells are drawn as bars, so that everybody reads the same.

use leptos::prelude::*;

/// One bar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// How many there are.
    pub value: usize,
}

impl Bar {
    /// A bar of this length.
    pub fn new(label: impl Into<String>, value: usize) -> Self {
        Self { label: label.into(), value }
    }
}

/// How long a bar is, in percent of the longest.
fn share(value: usize, most: usize) -> usize {
    value * 100 / most.max(1)
}

/// Bars under one another, the longest over the whole width. `label` names the chart, `what` says what its numbers count.
#[component]
pub fn BarChart(
    #[prop(into)] label: Signal<String>,
    /// The heading over the labels and over the numbers, for who hears the page: ("Status", "Numbers").
    heads: (&'static str, &'static str),
    #[prop(into)] bars: Signal<Vec<Bar>>,
) -> AnyView {
    let rows = move || {
        let bars = bars.get();
        let most = bars.iter().map(|bar| bar.value).max().unwrap_or_default();
        let row = |bar: Bar| {
            let length = [&share(bar.value, most).to_string(), "%"].concat();
            view! {
                <tr>
                    <th scope="row">{bar.label}</th>
                    <td>
                        <div class="chart-track">
                            <span class="chart-bar" style:inline-size=length></span>
                            <span class="chart-value">{bar.value}</span>
                        </div>
                    </td>
                </tr>
            }
        };
        bars.into_iter().map(row).collect_view()
    };
    view! {
        <table class="chart">
            <caption class="visually-hidden">{label}</caption>
            <thead class="visually-hidden">
                <tr>
                    <th scope="col">{heads.0}</th>
                    <th scope="col">{heads.1}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn bars_are_shares_of_the_longest() {
        assert_eq!((share(5, 10), share(10, 10), share(0, 0)), (50, 100, 0));
    }
}
