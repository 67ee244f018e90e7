// Rays against Embree, the ray tracer that others are measured by. It runs on one thread and in its most
// exact mode, for ours lets no ray slip through either.
#include "row.h"
#include "standard_body.h"

#include <embree3/rtcore.h>

#include <glm/geometric.hpp>

#include <cmath>
#include <cstring>
#include <limits>

namespace palpate::bench {

namespace {

constexpr int kRays = 4096;

class Embree {
public:
    explicit Embree(const body::SurfaceMesh& mesh) : m_device(rtcNewDevice("threads=1")) { build(mesh); }
    Embree(const Embree&) = delete;
    Embree& operator=(const Embree&) = delete;
    ~Embree() {
        if (m_scene != nullptr) rtcReleaseScene(m_scene);
        rtcReleaseDevice(m_device);
    }

    void build(const body::SurfaceMesh& mesh) {
        if (m_scene != nullptr) rtcReleaseScene(m_scene);
        m_scene = rtcNewScene(m_device);
        rtcSetSceneFlags(m_scene, RTC_SCENE_FLAG_ROBUST);
        rtcSetSceneBuildQuality(m_scene, RTC_BUILD_QUALITY_MEDIUM);
        RTCGeometry geometry = rtcNewGeometry(m_device, RTC_GEOMETRY_TYPE_TRIANGLE);
        void* positions = rtcSetNewGeometryBuffer(geometry, RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3,
                                                  sizeof(glm::vec3), mesh.vertexCount());
        void* triangles = rtcSetNewGeometryBuffer(geometry, RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3,
                                                  sizeof(body::Triangle), mesh.triangles().size());
        std::memcpy(positions, mesh.positions().data(), mesh.positions().size_bytes());
        std::memcpy(triangles, mesh.triangles().data(), mesh.triangles().size_bytes());
        rtcCommitGeometry(geometry);
        rtcAttachGeometry(m_scene, geometry);
        rtcReleaseGeometry(geometry);
        rtcCommitScene(m_scene);
    }

    // Metres; infinite where nothing was hit.
    [[nodiscard]] float firstHit(const body::Ray& ray) const {
        RTCIntersectContext context;
        rtcInitIntersectContext(&context);
        RTCRayHit query{};
        query.ray.org_x = ray.origin.x;
        query.ray.org_y = ray.origin.y;
        query.ray.org_z = ray.origin.z;
        query.ray.dir_x = ray.direction.x;
        query.ray.dir_y = ray.direction.y;
        query.ray.dir_z = ray.direction.z;
        query.ray.tfar = std::numeric_limits<float>::infinity();
        query.ray.mask = ~0U;
        query.hit.geomID = RTC_INVALID_GEOMETRY_ID;
        rtcIntersect1(m_scene, &context, &query);
        return query.ray.tfar;
    }

private:
    RTCDevice m_device;
    RTCScene m_scene = nullptr;
};

// From where a viewer stands, at points of the skin and a little beside them: some miss.
std::vector<body::Ray> viewingRays(const body::SurfaceMesh& mesh) {
    core::Random random(7);
    std::vector<body::Ray> rays;
    for (const body::SkinPoint& point : pointsOnSkin(mesh, kRays)) {
        const double yaw = random.between(0.0, 6.283185307179586);
        const glm::vec3 eye(4.0 * std::sin(yaw), random.between(0.3, 1.6), 4.0 * std::cos(yaw));
        const glm::vec3 beside(random.between(-0.02, 0.02), random.between(-0.02, 0.02),
                               random.between(-0.02, 0.02));
        rays.push_back({eye, glm::normalize(mesh.position(point) + beside - eye)});
    }
    return rays;
}

void checkAgreement(const body::Bvh& bvh, const Embree& embree, const std::vector<body::Ray>& rays) {
    int apart = 0;
    for (const body::Ray& ray : rays) {
        const auto hit = bvh.firstHit(ray);
        const float theirs = embree.firstHit(ray);
        const bool agrees = hit ? std::abs(hit->distance - theirs) < 1e-3F : !std::isfinite(theirs);
        if (!agrees) ++apart;
    }
    if (apart > kRays / 200) giveUp(std::to_string(apart) + " rays hit something else than Embree's");
}

}  // namespace

std::vector<Row> benchPicking(const Effort& effort) {
    const auto body = standardBody();
    Embree embree(body->mesh());
    const std::vector<body::Ray> rays = viewingRays(body->mesh());
    checkAgreement(body->bvh(), embree, rays);
    const Duel picks = duel(
        Clock::Thread, effort.rounds(100), kRays,
        [&] {
            double sum = 0.0;
            for (const body::Ray& ray : rays) {
                const auto hit = body->bvh().firstHit(ray);
                sum += hit ? static_cast<double>(hit->distance) : 0.0;
            }
            keep(sum);
        },
        [&] {
            double sum = 0.0;
            for (const body::Ray& ray : rays)
                sum += static_cast<double>(embree.firstHit(ray));
            keep(sum);
        });
    Embree rebuilt(body->mesh());
    const Duel builds = duel(
        Clock::Thread, effort.rounds(20), 1,
        [&] { keep(body::Bvh(body->mesh()).firstHit(rays[0]) ? 1.0 : 0.0); },
        [&] { rebuilt.build(body->mesh()); });
    return {row("pick, against Embree", picks, 2.0),
            row("picking tree, against Embree's medium build", builds, 0.5)};
}

}  // namespace palpate::bench
