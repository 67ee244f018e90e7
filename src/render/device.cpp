#include "render/device.h"

#include "render/gl/functions.h"
#include "render/gl/scene_target.h"
#include "render/gpu_body.h"
#include "render/programs.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace palpate::render {

struct Device::Bodies {
    std::vector<std::weak_ptr<const GpuBody>> known;
};

Device::Device() : m_bodies(std::make_unique<Bodies>()) {}
Device::~Device() = default;

core::Result<std::shared_ptr<Device>> Device::create(platform::GlLoader loader) {
    if (const auto loaded = gl::loadFunctions(loader); !loaded) return loaded.error();
    auto programs = Programs::build();
    if (!programs) return programs.error();
    std::shared_ptr<Device> device(new Device());
    device->m_programs = std::make_unique<Programs>(std::move(*programs));
    device->m_largestSide = gl::largestTargetSide();
    return device;
}

std::shared_ptr<const GpuBody> Device::bodyOf(const std::shared_ptr<const body::BodyModel>& model) {
    auto& known = m_bodies->known;
    known.erase(std::remove_if(known.begin(), known.end(), [](const auto& entry) { return entry.expired(); }),
                known.end());
    for (const auto& entry : known) {
        if (auto body = entry.lock(); body != nullptr && body->model() == model) return body;
    }
    auto body = std::make_shared<const GpuBody>(model);
    known.push_back(body);
    return body;
}

}  // namespace palpate::render
