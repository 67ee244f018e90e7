#include "bodygen/fit.h"

#include "bodygen/parallel.h"

#include <cmath>

namespace palpate::bodygen {
namespace {

// Neck, head, palm and foot are left alone: faces, ears and mouths of a mesh would pull them out of shape.
constexpr std::array<Part, 3> kTubes = {Part::Torso, Part::Arm, Part::Leg};

// Where a tube's terms lie among all unknowns: per station its cosines, then its sines.
struct Block {
    Part part = Part::Torso;
    TubeTable* table = nullptr;
    std::size_t first = 0, perStation = 0;
};

// One point's row of the linear system: few terms differ from 0.
struct Row {
    double residual = 0.0, weight = 0.0;
    std::vector<std::pair<std::size_t, double>> terms;
};

class Fit {
public:
    Fit(const Figure& start, const SharedTables& tables, const FitOptions& options)
        : m_figure(start), m_tables(tables), m_options(options) {
        for (const Part part : kTubes) {
            TubeTable& table = m_figure.tubes.find(kPartNames[indexOf(part)])->second;
            const std::size_t each = table.stations[0].cosines.size() + table.stations[0].sines.size();
            m_blocks.push_back({part, &table, m_unknowns, each});
            m_unknowns += each * table.stations.size();
        }
    }

    core::Result<FitResult> run(const std::vector<Vec3>& points) {
        FitResult result;
        for (int round = 0; round <= m_options.rounds; ++round) {
            const auto field = BodyField::make(posed(m_figure, Pose::Reference), m_tables);
            if (!field) return field.error();
            const std::vector<Row> rows = rowsOf(*field, points);
            double sum = 0.0;
            result.used = 0;
            for (const Row& row : rows) {
                if (row.weight == 0.0) continue;
                sum += row.residual * row.residual;
                ++result.used;
            }
            if (result.used < 4 * m_unknowns / 3)
                return core::Error{"There are too few points to fit a figure to",
                                   std::to_string(result.used) + " usable",
                                   "Give a finer mesh, in metres, feet at y = 0, facing +z."};
            result.after = std::sqrt(sum / static_cast<double>(result.used));
            if (round == 0) result.before = result.after;
            if (round < m_options.rounds) step(rows);
        }
        result.figure = m_figure;
        return result;
    }

private:
    [[nodiscard]] std::vector<Row> rowsOf(const BodyField& field, const std::vector<Vec3>& points) const {
        std::vector<Row> rows(points.size());
        parallelFor(points.size(), [&](std::size_t i) {
            rows[i] = rowOf(field, Vec3(std::abs(points[i].x), points[i].y, points[i].z));
        });
        return rows;
    }

    [[nodiscard]] Row rowOf(const BodyField& field, const Vec3& p) const {
        Row row;
        const BodyShape& shape = field.shape();
        const PartWeights weights = field.weights(p);
        double held = 0.0;
        for (const Part part : kTubes)
            held += weights[indexOf(part)];
        row.residual = field.value(p);
        if (held < 0.98 || std::abs(row.residual) > 0.03) return row;
        const double off = row.residual / m_options.robust;
        row.weight = 1.0 / (1.0 + off * off);
        for (const Block& block : m_blocks)
            if (const double share = weights[indexOf(block.part)]; share > 1e-3)
                addTube(*shape.tube(block.part), block, p, share, row);
        return row;
    }

    static void addTube(const Tube& tube, const Block& block, const Vec3& p, double share, Row& row) {
        const TubeSample sample = tube.sample(p);
        const auto last = static_cast<double>(block.table->stations.size() - 1);
        const double whole = std::min(std::floor(sample.index), last - 1.0);
        const auto weights = bsplineWeights(sample.index - whole);
        const std::size_t cosines = block.table->stations[0].cosines.size();
        // The phantom control past an end is twice the end less its neighbour.
        std::array<std::pair<std::ptrdiff_t, double>, 6> at{};
        std::size_t count = 0;
        for (std::ptrdiff_t k = 0; k < 4; ++k) {
            const std::ptrdiff_t station = static_cast<std::ptrdiff_t>(whole) + k - 1;
            const double w = weights[static_cast<std::size_t>(k)];
            const auto end = static_cast<std::ptrdiff_t>(last);
            if (station < 0 || station > end) {
                const std::ptrdiff_t edge = station < 0 ? 0 : end, inner = station < 0 ? 1 : end - 1;
                at[count++] = {edge, 2.0 * w};
                at[count++] = {inner, -w};
            } else {
                at[count++] = {station, w};
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t first = block.first + static_cast<std::size_t>(at[i].first) * block.perStation;
            for (std::size_t term = 0; term < block.perStation; ++term) {
                const bool cosine = term < cosines;
                const auto order = static_cast<double>(cosine ? term : term - cosines + 1);
                const double basis = cosine ? std::cos(order * sample.theta) : std::sin(order * sample.theta);
                row.terms.emplace_back(first + term, -share * at[i].second * basis / sample.slope);
            }
        }
    }

    void step(const std::vector<Row>& rows) {
        const std::size_t n = m_unknowns;
        std::vector<double> matrix(n * n, 0.0), right(n, 0.0);
        double total = 0.0;
        for (const Row& row : rows) {
            total += row.weight;
            for (const auto& [i, a] : row.terms) {
                right[i] -= row.weight * a * row.residual;
                for (const auto& [j, b] : row.terms)
                    if (j <= i) matrix[i * n + j] += row.weight * a * b;
            }
        }
        const double unit = total / static_cast<double>(n);
        for (std::size_t i = 0; i < n; ++i)
            matrix[i * n + i] += m_options.ridge * unit;
        addSmoothing(matrix, right, m_options.smoothing * m_options.smoothing * unit * 0.05);
        solve(matrix, right);
        apply(right);
    }

    // Second differences along the stations, for the sum of what is there and the step.
    void addSmoothing(std::vector<double>& matrix, std::vector<double>& right, double weight) const {
        const std::size_t n = m_unknowns;
        for (const Block& block : m_blocks) {
            for (std::size_t s = 1; s + 1 < block.table->stations.size(); ++s) {
                for (std::size_t term = 0; term < block.perStation; ++term) {
                    const std::array<std::size_t, 3> at = {block.first + (s - 1) * block.perStation + term,
                                                           block.first + s * block.perStation + term,
                                                           block.first + (s + 1) * block.perStation + term};
                    const std::array<double, 3> k = {1.0, -2.0, 1.0};
                    double now = 0.0;
                    for (std::size_t i = 0; i < 3; ++i)
                        now += k[i] * value(block, s - 1 + i, term);
                    for (std::size_t i = 0; i < 3; ++i) {
                        right[at[i]] -= weight * k[i] * now;
                        for (std::size_t j = 0; j <= i; ++j)
                            matrix[at[i] * n + at[j]] += weight * k[i] * k[j];
                    }
                }
            }
        }
    }

    static double& value(const Block& block, std::size_t station, std::size_t term) {
        Station& row = block.table->stations[station];
        return term < row.cosines.size() ? row.cosines[term] : row.sines[term - row.cosines.size()];
    }

    // Cholesky decomposition of the lower half in place, then both substitutions.
    static void solve(std::vector<double>& a, std::vector<double>& x) {
        const std::size_t n = x.size();
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                double sum = a[i * n + j];
                for (std::size_t k = 0; k < j; ++k)
                    sum -= a[i * n + k] * a[j * n + k];
                a[i * n + j] = i == j ? std::sqrt(std::max(sum, 1e-12)) : sum / a[j * n + j];
            }
        }
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t k = 0; k < i; ++k)
                x[i] -= a[i * n + k] * x[k];
            x[i] /= a[i * n + i];
        }
        for (std::size_t i = n; i-- > 0;) {
            for (std::size_t k = i + 1; k < n; ++k)
                x[i] -= a[k * n + i] * x[k];
            x[i] /= a[i * n + i];
        }
    }

    void apply(const std::vector<double>& change) {
        for (const Block& block : m_blocks)
            for (std::size_t s = 0; s < block.table->stations.size(); ++s)
                for (std::size_t term = 0; term < block.perStation; ++term)
                    value(block, s, term) += change[block.first + s * block.perStation + term];
    }

    Figure m_figure;
    const SharedTables& m_tables;
    FitOptions m_options;
    std::vector<Block> m_blocks;
    std::size_t m_unknowns = 0;
};

}  // namespace

core::Result<FitResult> fitFigure(const Figure& start, const SharedTables& tables,
                                  const std::vector<Vec3>& points, const FitOptions& options) {
    return Fit(start, tables, options).run(points);
}

}  // namespace palpate::bodygen
